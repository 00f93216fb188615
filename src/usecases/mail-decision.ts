import { lastDayBefore } from '../domain/days/told-day';
import { decisionMail } from '../domain/notice-mail';
import { noteOn, type RemovalCandidate } from '../domain/removal-candidate';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { mailPerson } from './mail-person';

type Needs = Pick<Ports, 'notifier' | 'settings' | 'subscriptions' | 'candidates' | 'clock'>;

/**
 * Mails the person what was decided about their wish, and notes on the candidate whether that could be done. The decision stands
 * either way: whoever could not be mailed sees it on their own page.
 */
export async function mailDecision(decided: RemovalCandidate, ports: Needs): Promise<RemovalCandidate> {
  const trouble = await troubleOfMailing(decided, ports);
  const text = trouble === undefined ? 'Told by mail.' : `Not told by mail; tell them yourself. ${trouble}`;
  try {
    return await ports.candidates.replace(noteOn(decided, { at: ports.clock.now(), text, by: null }));
  } catch (error) {
    if (!isFailure(error)) throw error;
    return decided;
  }
}

async function troubleOfMailing(
  { profileId, roleKey, accountId, number, notice }: RemovalCandidate,
  { notifier, settings, subscriptions }: Needs,
): Promise<string | undefined> {
  try {
    const { workItem } = await settings.findNoticeSettings();
    if (workItem === null) return 'No work item is chosen through which Jira mails people.';
    const roles = (await subscriptions.findCurrent(profileId))?.roles;
    const application = roles?.find(({ key }) => key === roleKey)?.name ?? roleKey;
    const keptUntil = notice?.decision?.keptUntil ?? null;
    const keptThrough = keptUntil === null ? null : lastDayBefore(keptUntil);
    const write = () =>
      Promise.resolve(decisionMail({ number, application, keptThrough, zone: notice?.zone ?? 'UTC' }));
    return await mailPerson(accountId, workItem, write, notifier);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return 'Jira did not take the mail.';
  }
}
