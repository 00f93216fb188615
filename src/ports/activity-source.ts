import type { ActivityFact, AssignmentFact } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';

export interface IssuePage {
  readonly issues: number;
  readonly facts: readonly ActivityFact[];
  /** Issues whose comments or changes did not all fit into the page: read them one by one. */
  readonly truncated: readonly { readonly issueKey: string; readonly comments: boolean; readonly changes: boolean }[];
  readonly nextPage: string | null;
}

export interface FactPage {
  readonly facts: readonly ActivityFact[];
  readonly nextStartAt: number | null;
}

export interface WorklogPage {
  readonly facts: readonly ActivityFact[];
  readonly worklogs: number;
  /** Read on from here; null after the last page. */
  readonly nextSince: Instant | null;
}

export interface AuditSlice {
  readonly records: number;
  readonly facts: readonly ActivityFact[];
  readonly assignments: readonly AssignmentFact[];
  /** As many records as one answer can hold: there may be more, ask for less time at once. */
  readonly full: boolean;
}

/** Where evidence of work comes from. Reads as the app itself; every method throws a Failure. */
export interface ActivitySource {
  /** About how many issues updated since the app (the default) or the person at the page can see. */
  countIssues(updatedSince: Instant, seenBy?: 'app' | 'caller'): Promise<number>;
  /** Issues updated since (rounded to a safe earlier day), with everything on them. */
  readIssues(updatedSince: Instant, page: string | null): Promise<IssuePage>;
  readComments(issueKey: string, startAt: number): Promise<FactPage>;
  readChanges(issueKey: string, startAt: number): Promise<FactPage>;
  readWorklogs(since: Instant): Promise<WorklogPage>;
  readAudit(from: Instant, to: Instant): Promise<AuditSlice>;
  /** Looks for any trace of one person in the last `days` days. `unclear`: the answer can't be relied on. */
  probe(accountId: AccountId, days: number): Promise<'none' | 'seen' | 'unclear'>;
}
