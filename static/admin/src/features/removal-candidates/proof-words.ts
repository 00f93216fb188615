import type { CandidateView, SeatFreed } from '../../../../../src/shared/contract';

/** What reading a person back showed: after a removal whether the seat is free, after a restore whether it is back. */
export type Proof = SeatFreed | NonNullable<CandidateView['restored']>['seatBack'];

/** The same in a word or two. */
export const PROOF_WORDS: Readonly<Record<Proof, string>> = {
  proven: 'Proven',
  'not-freed': 'Not freed',
  'not-back': 'Not back',
  unknown: 'Not known yet',
};

/** What was proven last of a candidate; null: nothing was removed with it. */
export function lastProof({ restored, seatFreed }: Pick<CandidateView, 'restored' | 'seatFreed'>): Proof | null {
  return restored ? restored.seatBack : seatFreed;
}
