import { offsetAt } from '../jql/time-zone';

/** A time as Jira's REST answers show it: `2014-03-19T18:45:42.967+0000`, in a person's time zone. */
export function jiraTime(ms: number, timeZone: string): string {
  const minutes = Math.round(offsetAt(ms, timeZone) / 60_000);
  const local = new Date(ms + minutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
