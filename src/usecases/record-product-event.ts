import type { ActivityClass } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { DAY, utcDay, type Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';

/** What counts of a product event: who did something of which class, and when. */
export interface ProductActivity {
  readonly accountId: AccountId;
  readonly activityClass: ActivityClass;
  readonly at: Instant;
}

/** Older events are not stamped: the jobs read that far back themselves. */
const OLDEST = 2 * DAY;

/**
 * Stamps the day on which somebody was seen: one small write per person, day and class, whatever the number of events. Events
 * that come late, twice or out of order change nothing.
 */
export async function recordProductEvent(
  event: ProductActivity,
  ports: Pick<Ports, 'stamps' | 'clock'>,
): Promise<'stamped' | 'ignored'> {
  const now = ports.clock.now();
  const at = Math.min(event.at, now);
  if (at < now - OLDEST) return 'ignored';
  await ports.stamps.put({ day: utcDay(at), activityClass: event.activityClass, accountId: event.accountId, at });
  return 'stamped';
}
