import { answerDeadline, type AnswerDeadline, type AnswerTime } from '../domain/answer-time';
import { knownZone } from '../domain/days/told-day';
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
  const site = await ports.notifier.findSite();
  const zones = { reader: knownZone(input.look.facts.person?.timeZone, site.timeZone), site: knownZone(site.timeZone) };
  const deadline = answerDeadline(time, now, zones);
  const trouble = await mail(input, { workItem, address: site.address, deadline }, ports);
  if (trouble !== undefined) return giveUp(input, trouble, ports);
  const text = `Asked by mail through ${workItem.key} whether the seat is still needed; the time to answer ends with ${deadline.answerDay} (time zone: ${deadline.zone}).`;
  const details = { workItem: workItem.key, ...deadline, look: lookDetails(input.look, input.as.kind) };
  await recordSeatChange(input, { kind: 'notice-sent', text, details }, ports);
  const { candidate, caller } = input;
  const notice: Notice = {
    askedAt: now,
    by: caller,
    workItem: workItem.key,
    ...deadline,
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
  {
    workItem,
    address,
    deadline,
  }: { readonly workItem: WorkItem; readonly address: string; readonly deadline: AnswerDeadline },
  { notifier }: Needs,
): Promise<string | undefined> {
  const { accountId, roleKey } = candidate;
  const application = site.roles.find(({ key }) => key === roleKey)?.name ?? roleKey;
  const write = () => Promise.resolve(noticeMail({ ...spoken(candidate), ...deadline, application, address }));
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
