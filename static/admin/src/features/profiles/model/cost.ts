import type { ActivityEstimate } from '../../../../../../src/shared/contract';

export type Cost = Omit<ActivityEstimate, 'issues' | 'plan'>;
type Count = (value: number, one: string, many: string) => string;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something takes, in words that don't pretend to know the second. */
export function timeInWords(seconds: number, count: Count): string {
  if (seconds < MINUTE) return 'less than a minute';
  if (seconds < HOUR) return `about ${count(Math.round(seconds / MINUTE), 'minute', 'minutes')}`;
  if (seconds < 2 * DAY) return `about ${count(Math.round(seconds / HOUR), 'hour', 'hours')}`;
  return `about ${count(Math.round(seconds / DAY), 'day', 'days')}`;
}

/** What the points mean for the site's hourly limit. */
export function budgetInWords({ estimatedPoints, hourlyBudget }: Cost, count: Count): string {
  const points = count(estimatedPoints, 'point', 'points');
  const budget = `${count(hourlyBudget, 'point', 'points')} that the app may use in an hour on this site`;
  if (estimatedPoints <= hourlyBudget) return `${points} of the ${budget}`;
  const hours = Math.ceil(estimatedPoints / hourlyBudget);
  return `${points}, more than the ${budget}: the work pauses and goes on by itself, over ${count(hours, 'hour', 'hours')}`;
}
