import type { AccountId, CandidateNumber } from '../domain/identifiers';
import { keepUntil, lastDayBefore } from '../domain/days/told-day';
import type { KeepDecision } from '../domain/notice';
import { moveCandidate, withWords, type RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { unlessChanged } from './candidate-by-hand';
import { mailDecision } from './mail-decision';
import { refuse, type Outcome } from './outcome';
import { NO_SUCH_CANDIDATE } from './reclaim-now';
import { storeAndTell } from './store-and-tell';

type Needs = Pick<
  Ports,
  'candidates' | 'promises' | 'begunChanges' | 'evidence' | 'clock' | 'notifier' | 'settings' | 'subscriptions'
>;

interface Decide {
  readonly number: CandidateNumber;
  readonly keep: boolean;
  readonly keepDays: number;
  readonly note: string;
  readonly caller: AccountId;
}

/** Decides about somebody's wish to keep their seat (S92) and tells them; nobody decides about their own. */
export async function decideKeepRequest(
  { number, keep, keepDays, note, caller }: Decide,
  ports: Needs,
): Promise<Outcome<RemovalCandidate>> {
  const candidate = await ports.candidates.find(number);
  if (!candidate) return refuse('not-found', NO_SUCH_CANDIDATE);
  const { notice, accountId } = candidate;
  if (candidate.state !== 'Awaiting Approval' || !notice)
    return refuse('refused', `Nobody has to decide about this candidate: it is ${candidate.state}.`);
  if (accountId === caller) return refuse('refused', 'Somebody else has to decide about your own seat.');
  const at = ports.clock.now();
  const keptUntil = keep ? keepUntil(at, keepDays, notice.zone) : null;
  const decision: KeepDecision = { kind: keep ? 'granted' : 'denied', at, by: caller, keptUntil };
  const text =
    keptUntil === null
      ? 'The wish to keep the seat was denied: it is taken back.'
      : `The wish to keep the seat was granted: nobody proposes it again before the end of ${lastDayBefore(keptUntil)} (time zone: ${notice.zone}).`;
  const decided = moveCandidate(
    { ...candidate, notice: { ...notice, decision } },
    keep ? 'Closed Skipped' : 'Awaiting Revocation',
    { at, text, by: caller },
  );
  const noted = withWords(decided, { at, text: note, by: caller });
  const change = { what: 'decision', at, text, details: { keep, keptUntil } } as const;
  return unlessChanged(async () => mailDecision(await storeAndTell(noted, change, ports), ports));
}
