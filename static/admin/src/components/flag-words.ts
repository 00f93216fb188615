import type { CandidateFlag } from '../../../../src/shared/contract';

/** What else there is to say about a removal candidate, beside its state. */
export const FLAG_WORDS: Readonly<Record<CandidateFlag, string>> = {
  restored: 'Restored',
  're-added': 'Re-added',
  'cannot-be-freed': 'Can’t be freed here',
  'not-freed': 'Seat not freed',
};
