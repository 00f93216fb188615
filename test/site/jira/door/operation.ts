import type { SiteState } from '../state/site-state';
import type { Answer } from './answer';
import type { Query } from './query';

/** Who asks. */
export interface Actor {
  readonly kind: 'app' | 'user';
  readonly accountId: string;
  readonly impersonated: boolean;
}

export interface Call {
  readonly state: SiteState;
  readonly actor: Actor;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Parsed JSON, undefined without a body. */
  readonly body: unknown;
}

/** One operation of Jira's REST API. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/rest/api/3/…` with {placeholders}. */
  readonly path: string;
  /** Query parameters this site models; any other answers 501. */
  readonly query?: readonly string[];
  readonly run: (call: Call) => Answer;
}
