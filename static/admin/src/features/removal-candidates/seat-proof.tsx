import CheckIcon from '@atlaskit/icon/core/check-circle';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import InfoIcon from '@atlaskit/icon/core/information-circle';
import type { CandidateRow } from '../../../../../src/shared/contract';
import type { Format } from '../../components/format';
import styles from './candidates.module.css';
import { PROOF_WORDS, type Proof } from './proof-words';

const ICONS = {
  proven: { Icon: CheckIcon, color: 'var(--ds-icon-success)' },
  'not-freed': { Icon: CrossIcon, color: 'var(--ds-icon-danger)' },
  'not-back': { Icon: CrossIcon, color: 'var(--ds-icon-danger)' },
  unknown: { Icon: InfoIcon, color: 'var(--ds-icon-warning)' },
} as const;

/** Whether Jira no longer counts the seat that was taken back, or counts the one that was given back. */
export function SeatProof({ proof }: { readonly proof: Proof | null }) {
  if (!proof) return null;
  const { Icon, color } = ICONS[proof];
  return (
    <span className={styles.proof}>
      <Icon label="" color={color} />
      {PROOF_WORDS[proof]}
    </span>
  );
}

/** Whether looking once more could tell something new: not while the seat was given back, nor where it is proven. */
export function isUnproven({ seatFreed, flag }: Pick<CandidateRow, 'seatFreed' | 'flag'>): boolean {
  return seatFreed !== null && seatFreed !== 'proven' && flag !== 'restored' && flag !== 're-added';
}

/** How many seats are proven to be free, and how many are not: `498 proven, 1 not freed`. */
export function proofTotals(proofs: readonly (Proof | null)[], { number }: Format): string {
  const parts = (Object.keys(PROOF_WORDS) as Proof[]).flatMap((proof) => {
    const count = proofs.filter((each) => each === proof).length;
    return count > 0 ? [`${number(count)} ${PROOF_WORDS[proof].toLowerCase()}`] : [];
  });
  return parts.join(', ');
}
