import type { ActivityKind } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { DAY, utcDay, type Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';
import { cancelOnActivity } from './cancel-on-activity';
import type { EventKnowledge } from './event-knowledge';
import { answerWatches } from './site-check/watch-arrivals';

/** What counts of a product event: who did what, when, and to which work item. */
export interface ProductActivity {
  readonly accountId: AccountId;
  readonly kind: ActivityKind;
  readonly at: Instant;
  readonly ref: string | null;
}

/** Older events are not stamped: no job looks at the stamps of that time any more. */
const OLDEST = 2 * DAY;

/**
 * Stamps the day on which somebody was seen: one small write per person, day and group of kinds, whatever the number of
 * events; the first of them closes the person's open candidates. Events that come late, twice or out of order change nothing; apps are nobody,
 * and views may be switched off. `too-late`: it would be told to nobody, so its day has to be read another way.
 */
export async function recordProductEvent(
  event: ProductActivity,
  knowledge: EventKnowledge,
  ports: Pick<
    Ports,
    | 'stamps'
    | 'clock'
    | 'activitySettings'
    | 'siteChecks'
    | 'activity'
    | 'candidates'
    | 'promises'
    | 'begunChanges'
    | 'evidence'
    | 'log'
  >,
): Promise<'stamped' | 'ignored' | 'too-late'> {
  const now = ports.clock.now();
  const at = Math.min(event.at, now);
  const { settings, apps, watched } = await knowledge.read(ports);
  if (watched.has(event.accountId)) await answerWatches(event, ports);
  if (apps.has(event.accountId) || (event.kind === 'issue-viewed' && !settings.countViews)) return 'ignored';
  if (at < now - OLDEST) return 'too-late';
  const isFirst = await ports.stamps.put({ ...event, day: utcDay(at), at });
  if (isFirst) await cancelOnActivity({ ...event, at }, ports);
  return 'stamped';
}
