import type { AccountId } from '../../domain/identifiers';
import { LEAST_MONTHS, MOST_MONTHS, type EvidenceRetention } from '../../domain/retention/evidence-retention';
import { isFailure } from '../../ports/failures';
import type { Ports } from '../../ports/ports';
import { done, refuse, type Outcome } from '../outcome';

/** Changes how long evidence is kept; recorded before and after, because it decides what can still be proven. */
export async function saveRetention(
  { caller, revision, months }: { caller: AccountId } & EvidenceRetention,
  { retention, evidence, clock }: Pick<Ports, 'retention' | 'evidence' | 'clock'>,
): Promise<Outcome<EvidenceRetention>> {
  if (months !== null && (!Number.isInteger(months) || months < LEAST_MONTHS || months > MOST_MONTHS))
    return refuse('bad-input', `Evidence is kept for good, or for ${LEAST_MONTHS} to ${MOST_MONTHS} months.`);
  try {
    const before = await retention.find();
    const stored = await retention.replace({ revision, months });
    await evidence.append({
      kind: 'evidence-retention-saved',
      at: clock.now(),
      by: caller,
      subject: null,
      candidate: null,
      text: months === null ? 'Evidence is kept for good.' : `Evidence is kept for ${months} months.`,
      details: { before: before.months, months },
    });
    return done(stored);
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', 'Somebody else changed this setting. Look at it again and make your change anew.');
  }
}
