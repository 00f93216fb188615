import type { ActivityKind } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { DAY, utcDay, type Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';
import { cancelOnActivity } from './cancel-on-activity';
import type { EventKnowledge } from './event-knowledge';

/** What counts of a product event: who did what, when, and to which work item. */
export interface ProductActivity {
  readonly accountId: AccountId;
  readonly kind: ActivityKind;
  readonly at: Instant;
  readonly ref: string | null;
}

/** Older events are not stamped: the jobs read that far back themselves. */
const OLDEST = 2 * DAY;

/**
 * Stamps the day on which somebody was seen: one small write per person, day and group of kinds, whatever the number of
 * events; the first of them closes the person's open candidates. Events that come late, twice or out of order change nothing; apps are nobody, and views may be switched off.
 */
export async function recordProductEvent(
  event: ProductActivity,
  knowledge: EventKnowledge,
  ports: Pick<Ports, 'stamps' | 'clock' | 'activitySettings' | 'candidates' | 'begunChanges' | 'evidence' | 'log'>,
): Promise<'stamped' | 'ignored'> {
  const now = ports.clock.now();
  const at = Math.min(event.at, now);
  if (at < now - OLDEST) return 'ignored';
  const { settings, apps } = await knowledge.read(ports);
  if (apps.has(event.accountId) || (event.kind === 'issue-viewed' && !settings.countViews)) return 'ignored';
  const isFirst = await ports.stamps.put({ ...event, day: utcDay(at), at });
  if (isFirst) await cancelOnActivity({ ...event, at }, ports);
  return 'stamped';
}
