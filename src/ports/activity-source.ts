import type { ActivityFact, AssignmentFact } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { DayWindow } from '../domain/probe-window';

export interface IssuePage {
  readonly issues: number;
  readonly facts: readonly ActivityFact[];
  /** Accounts of apps that left something on these issues. */
  readonly apps?: readonly AccountId[];
  /** Issues whose comments or changes did not all fit into the page: read them one by one. */
  readonly truncated: readonly { readonly issueKey: string; readonly comments: boolean; readonly changes: boolean }[];
  /** Issues of which nothing can be understood, by the best name they have. */
  readonly unread: readonly string[];
  readonly nextPage: string | null;
}

/** What one person did to the work items that a search names for them. */
export interface WorkOfPerson {
  /** `ref` is the key of the work item. */
  readonly facts: readonly ActivityFact[];
  /** Every work item that the search names; one without a fact was touched in a way that can't be seen. */
  readonly issueKeys: readonly string[];
  /** Work items of which not all comments were in the answer. */
  readonly moreComments: readonly string[];
  /** False: the search names more than one answer holds, or warns. */
  readonly complete: boolean;
}

export interface FactPage {
  readonly facts: readonly ActivityFact[];
  /** How many elements can't be understood: anybody may have made them. */
  readonly unread: number;
  /** What tells the page from others: one that Jira repeats has the same. */
  readonly mark: string;
  readonly nextStartAt: number | null;
}

export interface WorklogPage {
  readonly facts: readonly ActivityFact[];
  /** How many can't be understood: anybody may have logged them. */
  readonly unread: number;
  /** Pages overlap by a moment: without those that were on the page before. */
  readonly worklogs: number;
  /** Read on from here; null after the last page. */
  readonly nextSince: Instant | null;
  /** More worklogs were changed at this moment than one answer holds, so some of them can't be read; null: all were. */
  readonly lostAt: Instant | null;
}

export interface AuditSlice {
  readonly records: number;
  readonly facts: readonly ActivityFact[];
  /** Access that was given, or may have been: by entries that aren't understood to everybody they name. */
  readonly assignments: readonly AssignmentFact[];
  /** How many records can't be understood: they may name anybody. */
  readonly unread: number;
  /** Moments of entries that aren't understood. */
  readonly notUnderstood: readonly Instant[];
  /** As many records as one answer can hold: there may be more, ask for less time at once. */
  readonly full: boolean;
}

/** Somebody, and the days on which their work is looked for. */
export interface TouchQuestion extends DayWindow {
  readonly accountId: AccountId;
}

export interface TouchedIssue {
  readonly issueKey: string;
  readonly updatedAt: Instant;
  /** Everything the answer tells of it, whoever did it. */
  readonly facts: readonly ActivityFact[];
  /** How many comments and changes did not fit into the answer. */
  readonly missing: { readonly comments: number; readonly changes: number };
}

/** Work items that any of the people touched, the one updated last first. */
export type TouchAnswer =
  | {
      readonly kind: 'found';
      readonly issues: readonly TouchedIssue[];
      /** There are no others. */
      readonly isAll: boolean;
      /** Jira looked at the first so many people only; null: at everybody. */
      readonly limit: number | null;
      /** Jira warned of something else, or the answer contradicts itself: nothing found means nothing. */
      readonly isDoubtful: boolean;
    }
  /** Jira rejects the question, e.g. because it does not know one of the accounts. */
  | { readonly kind: 'refused' };

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
  /** Work items that somebody of these people created, changed or commented on in their days; at most `atMost` (1–100). */
  findTouched(questions: readonly TouchQuestion[], atMost: number): Promise<TouchAnswer>;
  /** A few of the work items updated since, to compare them with product events. */
  sampleIssues(updatedSince: Instant, atMost: number): Promise<readonly ActivityFact[]>;
  /**
   * Looks for any trace of one person in the last `days` days, as far as the app (the default) or the person at the page can see.
   * `unclear`: the answer can't be relied on.
   */
  probe(accountId: AccountId, days: number, seenBy?: 'app' | 'caller'): Promise<'none' | 'seen' | 'unclear'>;
  /** Reads the work items that `probe` found, to learn what was done to them. */
  readWorkOf(accountId: AccountId, days: number): Promise<WorkOfPerson>;
}
