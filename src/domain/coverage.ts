import type { Instant } from './instant';

/** What can't be seen although everything was read. It does not make silence unknown, but it is always told beside it. */
export interface CoverageLimit {
  readonly kind:
    | 'hidden-projects'
    | 'hidden-work-items'
    | 'unread-items'
    | 'search-warning'
    | 'unclear-people'
    | 'newest-only'
    | 'missing-views'
    | 'unknown-accounts';
  /** A complete sentence: what is missing, what it means, what to do. */
  readonly text: string;
}

/** What the next run has to read again or further back. */
export interface ReadingState {
  /** Work items were not all visible since: read them again from here as soon as they are; null: nothing to make up for. */
  readonly searchFrom: Instant | null;
  /** The audit log was not read from here on. */
  readonly auditFrom: Instant | null;
  /** Losses of product events noted up to this moment are made up for. */
  readonly lossesUpTo: Instant;
}

/** What was read: everything between `from` and `to`, but for the gaps. */
export interface Coverage {
  readonly from: Instant;
  readonly to: Instant;
  /** Reasons why silence can't be trusted, in plain words; empty = complete. Any gap keeps every seat. */
  readonly gaps: readonly string[];
  readonly limits?: readonly CoverageLimit[] | undefined;
  /** Views are known from here on; null: not counted yet. */
  readonly viewsFrom?: Instant | null | undefined;
  /** Before this moment only everybody's newest contribution was looked for, not the newest of each kind. */
  readonly newestOnlyUntil?: Instant | null | undefined;
  readonly auditNotUnderstood?: AuditNotUnderstood | null | undefined;
  readonly reading?: ReadingState | undefined;
}

/** Entries of the audit log that aren't understood, as in another language: how many the last run that met some read. */
export interface AuditNotUnderstood {
  readonly records: number;
  readonly lastAt: Instant;
}
