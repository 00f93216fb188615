import { HOUR, wholeDays, type Instant } from './instant';

/** How long ago something was, for a sentence: `less than an hour ago`, `5 hours ago`, `3 days ago`. */
export function ago(at: Instant, now: Instant): string {
  const hours = Math.floor((now - at) / HOUR);
  if (hours < 1) return 'less than an hour ago';
  if (hours >= 48) return `${wholeDays(at, now)} days ago`;
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
}

/** The same for whole days that were counted already: `today`, `1 day ago`, `61 days ago`. */
export function daysAgo(days: number): string {
  if (days < 1) return 'today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
}
