import type { SeatFreed } from '../../../../../src/shared/contract';

/** What reading a person back after their removal showed, in a word or two. */
export const PROOF_WORDS: Readonly<Record<SeatFreed, string>> = {
  proven: 'Proven',
  'not-freed': 'Not freed',
  unknown: 'Not known yet',
};
