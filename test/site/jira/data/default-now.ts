import type { SiteData } from './site-data';

/** Where simulated time starts when nobody says: the newest event of a data file, a fixed date for a generated site. */
export function defaultNow(data: SiteData): number {
  return data.startsAt;
}
