import { answerBy, type AnswerTime } from '../domain/answer-time';
import { utcDay, type Instant } from '../domain/instant';
import { lookDetails, type LastLook } from '../domain/last-look';
import { noticeMail } from '../domain/notice-mail';
import type { Notice, WorkItem } from '../domain/notice';
import { moveCandidate, noteOn, type RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { storeCandidate } from './candidate-table';
import type { SiteFacts } from './site-facts';
import { mailPerson } from './mail-person';
import { recordSeatChange, type SeatChange } from './record-seat-change';

type Needs = Pick<Ports, 'notifier' | 'settings' | 'candidates' | 'promises' | 'evidence' | 'clock'>;
type Asking = SeatChange & { readonly site: SiteFacts; readonly look: LastLook };
interface Asked {
  readonly outcome: 'asked' | 'failed';
  readonly notes: readonly string[];
}

/**
 * Mails the person whose seat is to be taken back and waits for the answer instead. The mail goes out before it is recorded: a
 * crash between the two asks twice, never not at all. Who can't be reached keeps the seat and waits for an administrator.
 */
export async function askPerson(input: Asking, time: AnswerTime, ports: Needs): Promise<Asked> {
  const { workItem } = await ports.settings.findNoticeSettings();
  if (workItem === null) return giveUp(input, NO_WORK_ITEM, ports);
  const now = ports.clock.now();
  const until = answerBy(time, now);
  const trouble = await mail(input, workItem, until, ports);
  if (trouble !== undefined) return giveUp(input, trouble, ports);
  const text = `Asked by mail through ${workItem.key} whether the seat is still needed; the time to answer ends on ${utcDay(until)}.`;
  const details = { workItem: workItem.key, answerBy: until, look: lookDetails(input.look, input.as.kind) };
  await recordSeatChange(input, { kind: 'notice-sent', text, details }, ports);
  const { candidate, caller } = input;
  const notice: Notice = {
    askedAt: now,
    by: caller,
    workItem: workItem.key,
    answerBy: until,
    answer: null,
    decision: null,
  };
  const entry = { at: now, text, by: caller };
  const asked = { ...candidate, notice };
  // Asked anew, because the first time is long ago.
  const isWaiting = candidate.state === 'Awaiting User';
  await storeCandidate(isWaiting ? noteOn(asked, entry) : moveCandidate(asked, 'Awaiting User', entry), ports);
  return { outcome: 'asked', notes: [text] };
}

const NO_WORK_ITEM =
  'The rule has people asked first, but no work item is chosen through which Jira mails them. Choose one under Reclamation rules.';

/** As `mailPerson`. */
function mail(
  { candidate, site }: Asking,
  workItem: WorkItem,
  until: Instant,
  { notifier }: Needs,
): Promise<string | undefined> {
  const { accountId, roleKey } = candidate;
  const application = site.roles.find(({ key }) => key === roleKey)?.name ?? roleKey;
  const write = async () =>
    noticeMail({ ...spoken(candidate), application, answerBy: until, address: await notifier.findAnswerAddress() });
  return mailPerson(accountId, workItem, write, notifier);
}

function spoken({ number, inactiveDays, silentSince }: RemovalCandidate) {
  return { number, silentSince, lastActivityAt: inactiveDays === null ? null : silentSince };
}

async function giveUp(input: Asking, why: string, ports: Needs): Promise<Asked> {
  const { candidate, caller } = input;
  const text = `Not asked, so the seat stays. ${why}`;
  const look = lookDetails(input.look, input.as.kind);
  await recordSeatChange(input, { kind: 'notice-failed', text, details: { look } }, ports);
  const entry = { at: ports.clock.now(), text, by: caller };
  const isThere = candidate.state === 'Attention Required';
  const troubled = isThere
    ? { ...noteOn(candidate, entry), attention: text }
    : moveCandidate(candidate, 'Attention Required', entry, text);
  await storeCandidate(troubled, ports);
  return { outcome: 'failed', notes: [text] };
}
