import type { AccountId } from '../domain/identifiers';
import type { NoticeMail } from '../domain/notice-mail';
import type { WorkItem } from '../domain/notice';

/** What a mail says of the site. */
export interface AnswerSite {
  /** Where everybody finds the page “My Jira seat”. */
  readonly address: string;
  /** The site's own time zone; null where Jira does not tell it. */
  readonly timeZone: string | null;
}

/** Mails people through Jira, which sends mail about work items only. Every method throws a Failure. */
export interface Notifier {
  /** Undefined: there is no such work item, or the app may not see it. */
  findWorkItem(key: string): Promise<WorkItem | undefined>;
  /** Whether the person can open the work item: mail about it reaches nobody who can't. */
  canOpen(accountId: AccountId, workItem: WorkItem): Promise<boolean>;
  /** Hands one mail to Jira, which does not tell whether it arrives. */
  send(to: AccountId, workItem: WorkItem, mail: NoticeMail): Promise<void>;
  findSite(): Promise<AnswerSite>;
}
