import type { Instant } from '../domain/instant';

/**
 * Everything that can go wrong outside the product's own rules. The set is closed: `entry/guard` turns each code into a
 * sentence for a page, `usecases/advance-run` into what a job does next. Anything else that is thrown is a bug.
 */
export type FailureCode =
  /** 401 or 403: the app or the acting person lacks a scope or a permission. */
  | 'jira-refused'
  /** 404: what was asked for is gone. */
  | 'jira-not-found'
  /** 400: Jira understood the request and rejects it. */
  | 'jira-rejected'
  /** 429 for one endpoint's burst: that endpoint needs a pause. */
  | 'jira-busy'
  /** 429 for the hourly pool, or the site's own budget is used up: every call waits for the next hour. */
  | 'points-spent'
  /** 5xx, no answer, cut connection. */
  | 'jira-unavailable'
  /** An answer that does not have the documented form: nothing is concluded from it. */
  | 'jira-changed'
  /** A conditional write lost against another writer. */
  | 'store-conflict'
  /** The store took too many requests in this minute, also after some pauses. */
  | 'store-busy'
  /** The store did not answer or refused. */
  | 'store-unavailable'
  /** A stored record that can't be read. */
  | 'store-unreadable';

export interface FailureDetails {
  /** Method and path template, e.g. `GET /rest/api/3/group/member`. */
  readonly operation?: string;
  readonly status?: number;
  /** When a retry makes sense. */
  readonly retryAt?: Instant;
}

export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly details: FailureDetails = {},
  ) {
    super(message);
    this.name = 'Failure';
  }
}

export function isFailure(error: unknown, ...codes: FailureCode[]): error is Failure {
  return error instanceof Failure && (codes.length === 0 || codes.includes(error.code));
}
