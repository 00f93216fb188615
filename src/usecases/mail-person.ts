import type { AccountId } from '../domain/identifiers';
import type { WorkItem } from '../domain/notice';
import type { NoticeMail } from '../domain/notice-mail';
import { isFailure } from '../ports/failures';
import type { Notifier } from '../ports/notifier';

/** Why the person could not be mailed; undefined: Jira took the mail. What only lasts a moment is thrown on. */
export async function mailPerson(
  accountId: AccountId,
  workItem: WorkItem,
  write: () => Promise<NoticeMail>,
  notifier: Notifier,
): Promise<string | undefined> {
  try {
    if (!(await notifier.canOpen(accountId, workItem)))
      return `They can’t open ${workItem.key}, and Jira mails only people who can. Let everybody browse its project, or choose another work item under Reclamation rules.`;
  } catch (error) {
    if (!isFailure(error, 'jira-refused', 'jira-not-found', 'jira-rejected', 'jira-changed')) throw error;
    return `Jira did not tell whether they can open ${workItem.key}, through which they would be mailed.`;
  }
  const mail = await write();
  try {
    await notifier.send(accountId, workItem, mail);
    return undefined;
  } catch (error) {
    if (isFailure(error, 'jira-not-found'))
      return `Jira no longer knows ${workItem.key}, through which people are mailed. Choose another under Reclamation rules.`;
    if (isFailure(error, 'jira-refused'))
      return 'Jira refused to send mail. Outgoing mail may be switched off on this site.';
    if (isFailure(error, 'jira-rejected')) return 'Jira rejected the mail to this person.';
    throw error;
  }
}
