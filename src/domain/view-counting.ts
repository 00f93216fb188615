import type { Instant } from './instant';

/** Whether views of work items are counted, for the whole installation. */
export interface ActivitySettings {
  readonly revision: number;
  readonly countViews: boolean;
  /** From when views are known without a break; null: they are not counted, or none could arrive yet. */
  readonly viewsFrom: Instant | null;
}

/** Before anything was stored: views count, and are known from the first event or the installation on. */
export const FIRST_SETTINGS: ActivitySettings = { revision: 0, countViews: true, viewsFrom: null };

/** Switches counting on or off. What happened while it was off is not known, so it begins anew when it is switched on again. */
export function withCounting(settings: ActivitySettings, countViews: boolean, now: Instant): ActivitySettings {
  if (!countViews) return { ...settings, countViews, viewsFrom: null };
  return { ...settings, countViews, viewsFrom: settings.countViews ? settings.viewsFrom : now };
}

/** Begins to count, once: views are known from here on. */
export function counting(settings: ActivitySettings, now: Instant): ActivitySettings {
  if (!settings.countViews || settings.viewsFrom !== null) return settings;
  return { ...settings, viewsFrom: now };
}

export interface ViewCost {
  /** People whose views are expected. */
  readonly people: number;
  readonly invocationsPerMonth: number;
  readonly gbSecondsPerMonth: number;
}

/** What Forge gives the app a month without charge, over all its installations (reference: Forge platform pricing). */
export const FREE_GB_SECONDS = 200_000;

const VIEWS_PER_DAY = 25;
const WORKING_DAYS = 21;
/** Handling a view is assumed to take 20 ms; what the platform adds around a call is unknown, so the estimate is high. */
const SECONDS_PER_EVENT = 0.1;
/** Of the function that takes product events (manifest.yml). */
export const EVENT_MEMORY_GB = 0.3125;

/** About what counting the views of so many people costs, when `seenShare` of them work in Jira. */
export function estimateViewCost(people: number, seenShare: number): ViewCost {
  const active = Math.round(people * seenShare);
  const invocationsPerMonth = active * VIEWS_PER_DAY * WORKING_DAYS;
  const gbSecondsPerMonth = Math.round(invocationsPerMonth * SECONDS_PER_EVENT * EVENT_MEMORY_GB);
  return { people: active, invocationsPerMonth, gbSecondsPerMonth };
}
