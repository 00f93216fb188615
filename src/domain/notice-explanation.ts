import { tellAnswerTime } from './answer-time';
import type { Asks } from './asking';
import type { ExplainedFact } from './decision-explanation';
import { linkOf } from './fact-link';
import { utcDay } from './instant';
import type { Notice } from './notice';

/** What the person was asked and said, or whether they would be. */
export function explainNotice(notice: Notice | null, rule: Asks | undefined): ExplainedFact {
  const link = linkOf(notice?.workItem ?? null);
  return { name: 'Notices', text: notice ? told(notice) : planned(rule), speaks: 'neither', link };
}

function planned(rule: Asks | undefined): string {
  return rule?.notifyUser
    ? `Not asked yet. The rule has people asked by mail first; they have ${tellAnswerTime(rule)} to answer.`
    : 'Nobody is asked first: the rule does not notify people.';
}

function told({ askedAt, workItem, answerDay, answer, decision }: Notice): string {
  const asked = `Asked by mail through ${workItem} on ${utcDay(askedAt)}, to answer by ${answerDay}.`;
  if (!answer) return `${asked} No answer.`;
  const said = answer.kind === 'keep' ? 'Wants to keep the seat' : 'Does not need the seat';
  const answered = `${asked} ${said}, said on ${utcDay(answer.at)}.`;
  if (!decision) return answered;
  return decision.kind === 'granted'
    ? `${answered} Granted on ${utcDay(decision.at)}.`
    : `${answered} Denied on ${utcDay(decision.at)}.`;
}
