/** What crosses the stand-in Jira's door: one request and its answer, whoever asks and however it arrived. */

export type Principal =
  | { readonly kind: 'app' }
  /** `impersonated`: a background function acts as this person without them being there. */
  | { readonly kind: 'user'; readonly accountId: string; readonly impersonated: boolean }
  | { readonly kind: 'anonymous' };

/**
 * How a request arrived: a Forge function, the page's bridge, or plain HTTP from outside. Jira charges points to the
 * app for `function`, never for `http`; for `bridge` a switch decides (`bridgeCallsCharged`).
 */
export type Channel = 'function' | 'bridge' | 'http';

export interface JiraRequest {
  readonly principal: Principal;
  readonly channel: Channel;
  /** OAuth scopes the token carries; 'all' for Basic authentication, which has no scopes. */
  readonly scopes: readonly string[] | 'all';
  /** Scopes the manifest allows to be used for a person who is not there (`allowImpersonation`). */
  readonly impersonationScopes: readonly string[];
  readonly method: string;
  /** Path and query, starting with /rest/api/3/. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface JiraResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One line of `GET /__site/traffic`. */
export interface RecordedExchange {
  readonly n: number;
  /** Simulated time, ISO 8601. */
  readonly at: string;
  readonly principal: string;
  readonly channel: Channel;
  readonly method: string;
  readonly url: string;
  readonly requestBody: unknown;
  readonly status: number;
  /** What Jira itself answered, whatever a fault made of it; null: Jira never saw the request. */
  readonly jiraStatus: number | null;
  readonly points: number;
  readonly responseBody: unknown;
  /** Set when an injected fault made or changed the answer: such answers are not held to Atlassian's document. */
  readonly fault: boolean;
}

/** `app`, `user:<id>`, `impersonated:<id>` or `anonymous`: how meters, faults and traffic name a principal. */
export function principalName(principal: Principal): string {
  if (principal.kind !== 'user') return principal.kind;
  return `${principal.impersonated ? 'impersonated' : 'user'}:${principal.accountId}`;
}
