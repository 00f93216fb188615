import { DAY, type Instant } from '../instant';
import type { AccountId } from '../identifiers';
import type { JobRun } from '../job-run';

/** Somebody of whom the app stores something, as Atlassian wants to be told regularly. */
export interface KnownPerson {
  readonly accountId: AccountId;
  /** When the app last read something of the account in Jira: what a report says of it. */
  readonly readAt: Instant;
  /** When something of them was last found in the app's storage. */
  readonly foundAt: Instant;
  /** When Atlassian was last told; 0: not yet. */
  readonly reportedAt: Instant;
}

/** Atlassian wants every account at least every 7 days: a run that begins after 5 has two days to come to its end. */
export const REPORT_INTERVAL = 5 * DAY;
/** Day stamps are looked at once, while they are new, and live for 120 days: so long somebody counts as stored. */
const STAYS_KNOWN = 130 * DAY;
/** Accounts of one report. */
export const REPORTED_TOGETHER = 90;

/** What Atlassian answers about an account: `closed` must be erased, of `updated` nothing older may be kept. */
export interface AccountNews {
  readonly accountId: AccountId;
  readonly status: 'closed' | 'updated';
}

/** Somebody was found in the storage. */
export function foundAgain(known: KnownPerson | undefined, accountId: AccountId, now: Instant): KnownPerson {
  return { accountId, readAt: known?.readAt ?? now, reportedAt: known?.reportedAt ?? 0, foundAt: now };
}

/** Atlassian was told. No profile of theirs is stored, so nothing has to be read anew where one was updated. */
export function reported(person: KnownPerson, news: AccountNews | undefined, now: Instant): KnownPerson {
  return { ...person, reportedAt: now, readAt: news?.status === 'updated' ? now : person.readAt };
}

export function isStillStored({ foundAt }: KnownPerson, now: Instant): boolean {
  return foundAt > now - STAYS_KNOWN;
}

/** When the report after this one is due; after one that failed it is the next day. */
export function nextReport({ createdAt, status }: Pick<JobRun, 'createdAt' | 'status'>): Instant {
  return createdAt + (status === 'Complete' ? REPORT_INTERVAL : DAY);
}
