import { DAY } from '../jql/time-zone';
import type { Prng } from '../../core/prng';

/** Oldest time anything in the demo company happened: two years before it starts. */
export const HISTORY_DAYS = 730;
const INACTIVE_AFTER = 60;

export interface Habit {
  readonly joined: number;
  readonly lastActive: number | undefined;
  readonly views: boolean;
}

/**
 * How a seat holder uses Jira: about 3 % joined in the last month, 45 % have done nothing for 60 days (a few of them
 * never anything, a few still read), the others mostly worked in the last days.
 */
export function habit(random: Prng, now: number, admin: boolean, onlyAdministers: boolean): Habit {
  const joined = now - random.between(90, 2400) * DAY;
  if (onlyAdministers) return { joined, lastActive: now - 90 * DAY, views: true };
  if (admin) return { joined, lastActive: now - random.decaying(2) * DAY * 0.5 - 3_600_000, views: true };
  const kind = random.next();
  if (kind < 0.03) return newcomer(random, now);
  if (kind < 0.1) return { joined, lastActive: undefined, views: random.chance(0.05) };
  if (kind < 0.48) return { joined, lastActive: lapsed(random, now, joined), views: random.chance(0.06) };
  const age = Math.min(random.decaying(7), INACTIVE_AFTER - 2);
  return { joined, lastActive: now - age * DAY - 60_000, views: random.chance(0.7) };
}

function newcomer(random: Prng, now: number): Habit {
  const joined = now - random.between(1, 30) * DAY;
  const started = random.chance(0.6);
  return { joined, lastActive: started ? random.between(joined, now) : undefined, views: started };
}

/** Interest fades: most lapsed people left recently, some long ago. */
function lapsed(random: Prng, now: number, joined: number): number {
  const earliest = Math.max(joined, now - (HISTORY_DAYS - 20) * DAY);
  const at = now - (INACTIVE_AFTER + 1 + random.decaying(140)) * DAY;
  return Math.max(at, Math.min(earliest + random.between(0, 20) * DAY, now - (INACTIVE_AFTER + 1) * DAY));
}
