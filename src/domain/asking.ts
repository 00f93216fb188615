import type { AnswerTime } from './answer-time';
import { DAY, type Instant } from './instant';
import type { Notice } from './notice';
import type { ReclamationRule } from './reclamation-rule';
import type { RemovalCandidate } from './removal-candidate';

/** What a rule says about asking people first. */
export type Asks = AnswerTime & Pick<ReclamationRule, 'notifyUser'>;

/** How long a question counts after the time to answer it: who is taken back later is asked anew. */
const COUNTS_FOR_DAYS = 30;

/** Whether the person is to be asked before the seat is taken back; every removal looks at this first. */
export function mustAsk(
  { notice }: Pick<RemovalCandidate, 'notice'>,
  rule: Pick<ReclamationRule, 'notifyUser'> | undefined,
  now: Instant,
): boolean {
  if (!rule?.notifyUser) return false;
  if (!notice) return true;
  if (notice.answer?.kind === 'release' || notice.decision?.kind === 'denied') return false;
  return !stillCounts(notice, now);
}

/** Whether a question was asked so lately that its answer still says what somebody wants. */
export function stillCounts({ answerBy }: Pick<Notice, 'answerBy'>, now: Instant): boolean {
  return now <= answerBy + COUNTS_FOR_DAYS * DAY;
}

/** The person was asked and has let the time to answer go by. */
export function isOverdue({ state, notice }: Pick<RemovalCandidate, 'state' | 'notice'>, now: Instant): boolean {
  return state === 'Awaiting User' && notice !== null && notice.answerBy <= now;
}

/** Whether the person may still say, or change, what they want. */
export function mayAnswer({ state, notice, groupsBefore }: RemovalCandidate): boolean {
  if (!notice || notice.decision !== null || groupsBefore !== null) return false;
  return state === 'Awaiting User' || state === 'Awaiting Approval' || state === 'Awaiting Revocation';
}
