/** The person at the page, with a language and a time zone that the browser can write in. */
export interface Viewer {
  readonly accountId: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** What the product tells about the person; any of it may be missing or unknown to this browser. */
export interface ToldViewer {
  readonly accountId?: string | undefined;
  readonly locale?: string | undefined;
  readonly timezone?: string | undefined;
}

/** An unknown language becomes English, a missing time zone the browser's own, an unknown one UTC. Never throws. */
export function viewerOf({ accountId, locale, timezone }: ToldViewer): Viewer {
  return { accountId: accountId ?? '', locale: knownLocale(locale), timeZone: knownTimeZone(timezone) };
}

/** Products write `de_DE` as well as `de-DE`. */
function knownLocale(told: string | undefined): string {
  const [locale] = attempt(() => Intl.DateTimeFormat.supportedLocalesOf((told ?? '').replaceAll('_', '-'))) ?? [];
  return locale ?? 'en-US';
}

function knownTimeZone(told: string | undefined): string {
  const zoneOf = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  return attempt(() => zoneOf(told || undefined)) ?? 'UTC';
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
