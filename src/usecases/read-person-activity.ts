import { bucketOf } from '../domain/account-bucket';
import { noActivity, type Coverage, type PersonActivity } from '../domain/activity';
import type { AccountId, ProfileId } from '../domain/identifiers';
import { DAY, utcDay, type Instant } from '../domain/instant';
import type { EventGap } from '../domain/product-events/event-gap';
import { timelineOf, type TimelineEvent } from '../domain/person-timeline';
import type { Ports } from '../ports/ports';

/** Days whose product events are looked up; older ones are in the newest traces. */
const DAYS_SHOWN = 90;

type Needs = Pick<Ports, 'activity' | 'stamps' | 'eventGaps' | 'evidence' | 'clock'>;

/** What is known about one person's activity, and what could not be seen. */
export interface KnownActivity {
  readonly person: PersonActivity;
  readonly coverage: Coverage | undefined;
  /** Newest first. */
  readonly events: readonly TimelineEvent[];
  /** Product events, and with them views, are heard from here on; null when that is not known. */
  readonly eventsFrom: Instant | null;
  readonly gaps: readonly string[];
}

/** Reads what is stored about one person: nothing is asked of Jira. */
export async function readPersonActivity(
  { profileId, accountId }: { readonly profileId: ProfileId; readonly accountId: AccountId },
  ports: Needs,
): Promise<KnownActivity> {
  const now = ports.clock.now();
  const days = Array.from({ length: DAYS_SHOWN }, (_, ago) => utcDay(now - ago * DAY));
  const [person, coverage, seen, lost, first, start] = await Promise.all([
    findPersonActivity(accountId, ports),
    ports.activity.findCoverage(profileId),
    ports.stamps.listOf(accountId, days),
    ports.eventGaps.list(now - DAYS_SHOWN * DAY),
    ports.evidence.read(1, 1),
    ports.evidence.readStart(),
  ]);
  const events = timelineOf(person, seen);
  const eventsFrom = start.installedAt ?? first.find(({ kind }) => kind === 'app-installed')?.at ?? null;
  const gaps = [...(coverage?.gaps ?? []), ...gapText(lost)];
  return { person, coverage, events, eventsFrom, gaps };
}

async function findPersonActivity(accountId: AccountId, { activity }: Needs): Promise<PersonActivity> {
  const count = await activity.findBucketCount();
  const people = count === undefined ? [] : await activity.readBucket(count, bucketOf(accountId, count));
  return people.find((person) => person.accountId === accountId) ?? noActivity(accountId);
}

function gapText(gaps: readonly EventGap[]): string[] {
  if (gaps.length === 0) return [];
  const days = gaps.map(({ day }) => day).join(', ');
  return [`Some product events of ${days} could not be read or stored: who only viewed something then is not seen.`];
}
