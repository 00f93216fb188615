import type { LastActivity } from './activity';
import { wholeDays, type Instant } from './instant';

/** "Snapshot of last meaningful activity": how many seats fall into each span of days. */
export const ACTIVITY_SPANS = [
  '0–30',
  '30–60',
  '60–90',
  '90–120',
  '120+',
  'None seen',
  'Never used',
  'Unknown',
] as const;
export type ActivitySpan = (typeof ACTIVITY_SPANS)[number];
export type ActivitySnapshot = Readonly<Record<ActivitySpan, number>>;

/** Where in the snapshot a last activity belongs. */
export function spanOf(activity: LastActivity, now: Instant): ActivitySpan {
  if (activity.kind === 'unknown') return 'Unknown';
  if (activity.kind === 'never') return 'Never used';
  if (activity.kind === 'none-since') return 'None seen';
  const days = wholeDays(activity.at, now);
  if (days < 30) return '0–30';
  if (days < 60) return '30–60';
  if (days < 90) return '60–90';
  return days < 120 ? '90–120' : '120+';
}

export function emptySnapshot(): Record<ActivitySpan, number> {
  return { '0–30': 0, '30–60': 0, '60–90': 0, '90–120': 0, '120+': 0, 'None seen': 0, 'Never used': 0, Unknown: 0 };
}
