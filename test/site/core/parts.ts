import type { JiraRequest, JiraResponse, RecordedExchange } from './exchange';

/** The stand-in Jira as the rest of the site sees it (`test/site/jira`). */
export interface JiraPart {
  /** Answers any request under /rest/api/3; unknown routes and parameters answer 501. */
  handle(request: JiraRequest): Promise<JiraResponse>;
  readonly site: { readonly cloudId: string; readonly name: string; readonly timeZone: string; readonly plan: string };
  counts(): { users: number; groups: number; issues: number; audit: number };
  /** People to sign in as, administrators first; at most `limit`. */
  people(limit: number): {
    accountId: string;
    displayName: string;
    email: string | null;
    access: 'site-admin' | 'admin' | 'user' | 'none';
  }[];
  /** Account ids of the site administrators who are active people, in data order. */
  siteAdministrators(): string[];
  /** The account behind a user name of Basic authentication: e-mail or account id. */
  accountOf(userName: string): string | undefined;
  /** Adds or changes one record of the data file's form; answers the product events that follow. Throws RecordError. */
  change(kind: 'issue' | 'user' | 'group', record: unknown): ProductEvent[];
  /** Builds one product event as Jira would send it. Throws RecordError. */
  event(wanted: { eventType: string; by: string; issue?: string }): ProductEvent;
  /** Views whose time lies in (after, until], oldest first: they become events when simulated time passes them. */
  viewsBetween(afterMs: number, untilMs: number): ProductEvent[];
  traffic(since: number): RecordedExchange[];
  /** Every mail that Jira sent since it was cleared last, oldest first. */
  mails(): readonly {
    readonly at: string;
    readonly to: string;
    readonly issue: string;
    readonly subject: string;
    readonly text: string | null;
    readonly html: string | null;
    readonly principal: string;
  }[];
  clearMails(): void;
  /** Everything that `restore` needs to continue from; plain JSON. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

/** A product event for the app's `trigger` functions. */
export interface ProductEvent {
  readonly eventType: string;
  /** When it happened, milliseconds. */
  readonly at: number;
  /** The function's payload: `eventType`, `timestamp`, `atlassianId`, … */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Made by the app itself: `ignoreSelf` drops it. */
  readonly selfGenerated: boolean;
}

/** A record that does not fit the data file's form; `message` names the line (when there is one), the field and the reason. */
export class RecordError extends Error {}

/** The Forge host as the browser part and the control calls see it (`test/site/forge`). */
export interface ForgePart {
  /** What the page's `invoke` does: runs the module's resolver for this account. A failed function answers `ok: false`. */
  invoke(call: {
    moduleKey: string;
    functionKey: string;
    payload: unknown;
    accountId: string;
  }): Promise<{ ok: true; value: unknown } | { ok: false; error: { name: string; message: string } }>;
  /** What the page's `requestJira` does: a Jira call as the viewing person through the bridge. */
  fetchProduct(call: {
    accountId: string;
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
  }): Promise<JiraResponse>;
  /** Modules with a page, and the manifest's permissions (for the content security policy). */
  readonly pages: readonly {
    type: string;
    key: string;
    title: string;
    resource: string;
    path: string;
    layout: unknown;
  }[];
  readonly permissions: unknown;
  /** Whether Atlassian lets a person use the app at all. */
  mayUseApp(accountId: string): boolean;
  /** What the bridge's getContext tells a page. */
  context(moduleKey: string, accountId: string): Record<string, unknown>;
}
