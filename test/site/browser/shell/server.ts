/** The shell's own server, in types. */
export interface ShellState {
  readonly site: { readonly cloudId: string; readonly name: string; readonly timeZone: string; readonly plan: string };
  readonly now: string;
  readonly accountId: string;
  /** Whether the person who is signed in administers Jira. */
  readonly administers: boolean;
  /** Whether Atlassian lets the person use the app: one that is not shared is its contributors' alone. */
  readonly mayUseApp: boolean;
  readonly switches: {
    readonly adminPageListed: boolean;
    readonly frameHeight: 'body-offset' | 'scroll-height' | 'fixed';
  };
  readonly people: readonly Person[];
  readonly pages: readonly AppPage[];
}

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly access: 'site-admin' | 'admin' | 'user' | 'none';
}

export interface AppPage {
  readonly type: string;
  readonly key: string;
  readonly title: string;
  readonly resource: string;
  /** Where Jira shows it. */
  readonly basePath: string;
  /** Where its files are. */
  readonly url: string;
  readonly layout: unknown;
}

/** A mail of the site, with the recipient's name. */
export interface SentMail {
  readonly at: string;
  readonly to: string;
  readonly name: string;
  readonly issue: string;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
}

export interface NavSection {
  readonly header?: string;
  readonly pages: readonly { readonly title: string; readonly route: string }[];
}

/** Asks the shell's server; an answer that is not 2xx becomes an Error with the server's message. */
export async function ask<Value>(path: string, body?: unknown): Promise<Value> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(path, { ...init, headers: { 'content-type': 'application/json' } });
  const value = (await response.json()) as Value & { message?: string };
  if (!response.ok) throw new Error(value.message ?? `${path} answered ${response.status}`);
  return value;
}

/** The sub-pages of a page as its manifest entry lists them, in sections or flat. */
export function sectionsOf(page: AppPage): readonly NavSection[] {
  const entry = { ...page, ...(typeof page.layout === 'object' ? page.layout : {}) } as {
    sections?: NavSection[];
    pages?: NavSection['pages'];
  };
  return entry.sections ?? (entry.pages ? [{ pages: entry.pages }] : []);
}
