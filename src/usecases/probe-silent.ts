import type { AccountId } from '../domain/identifiers';
import { toldUpTo } from '../domain/reading-legs';
import { isCrawlCheaper, plannedSearch, crawlCost } from '../domain/search-plan';
import { silenceRule, type UnreadPerson } from '../domain/silence';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { mergeIntoTable, NewActivity } from './activity-table';
import { askAbout } from './ask-about';
import type { Burst } from './burst';
import { currentLeg, endLeg, within, type Cursor, type ProbeFindings, type ProbeProgress } from './collection-cursor';
import { openQuestionsOf } from './plan-search';
import { growUnread, writeUnreadOf } from './unread-table';

/**
 * Asks about the silent people of one bucket of the download, then stores what that brought. When it turns out dearer than
 * reading everything, it does that.
 */
export async function probeSilent(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const { probe } = cursor;
  const generation = await ports.subscriptions.findCurrent(burst.run.profileId);
  if (!probe || !generation) return endProbes(cursor);
  if (generation.buckets !== probe.buckets) {
    // A newer download is cut otherwise: whoever was asked already is known by now, so this costs little.
    await growUnread(generation.buckets, ports.activity);
    return { ...cursor, probe: { ...probe, bucket: 0, buckets: generation.buckets, found: null } };
  }
  if (probe.bucket >= probe.buckets) return endProbes(cursor);
  return probe.found
    ? storeFindings(cursor, probe, probe.found, burst, ports)
    : askBucket(cursor, probe, generation, burst, ports);
}

async function askBucket(
  cursor: Cursor,
  probe: ProbeProgress,
  generation: Generation,
  burst: Burst,
  ports: Ports,
): Promise<Cursor> {
  const leg = currentLeg(cursor);
  const rule = silenceRule(await ports.rules.list(burst.run.profileId), cursor.to);
  const searched = leg.search ? leg : undefined;
  const open = await openQuestionsOf(
    probe.bucket,
    generation,
    { from: cursor.from, searched, told: toldUpTo(leg), rule },
    ports,
  );
  const silent = open.flatMap(({ accountId, question, wasUnclear }) =>
    question.kind === 'ask' ? [{ accountId, from: question.from, to: question.to, wasUnclear }] : [],
  );
  const answers = await askAbout(silent, { ...probe, now: cursor.to }, ports.activitySource);
  const [unclear, asked] = [new Set(answers.unclear), new Set(silent.map(({ accountId }) => accountId))];
  const later = open.flatMap(({ accountId, question, wasUnclear }) =>
    question.kind === 'later'
      ? [[accountId, { accountId, until: question.until, isUnclear: wasUnclear }] as const]
      : [],
  );
  const unread = silent.map(({ accountId, to }): readonly [AccountId, UnreadPerson | null] => [
    accountId,
    unclear.has(accountId) ? { accountId, until: to, isUnclear: true } : null,
  ]);
  const news = new NewActivity();
  news.add(within(answers.facts, cursor, ports.clock.now()).filter(({ accountId }) => asked.has(accountId)));
  return {
    ...cursor,
    unclear: cursor.unclear + unclear.size,
    wasLimited: cursor.wasLimited || answers.wasLimited,
    later: cursor.later + later.length,
    probe: {
      ...probe,
      rate: answers.rate,
      most: answers.most,
      found: { people: news.drain(), unread: [...later, ...unread], asked: silent.length },
    },
  };
}

async function storeFindings(
  cursor: Cursor,
  probe: ProbeProgress,
  { people, unread, asked }: ProbeFindings,
  burst: Burst,
  ports: Ports,
): Promise<Cursor> {
  await writeUnreadOf(probe.bucket, probe.buckets, new Map(unread), ports.activity);
  await mergeIntoTable(people, ports.activity);
  const read = { ...cursor.read, people: cursor.read.people + asked };
  burst.note({
    progress: { done: read.people, total: Math.max(probe.silent, read.people), unit: 'silent people' },
    counts: { processed: asked },
  });
  // Of whoever was found only the newest is known now, which may hide an older kind that a rule counts.
  const newestOnlyUntil = people.length > 0 ? Math.max(cursor.to, cursor.newestOnlyUntil ?? 0) : cursor.newestOnlyUntil;
  return turnToCrawl(
    { ...cursor, newestOnlyUntil, read, probe: { ...probe, bucket: probe.bucket + 1, found: null } },
    burst,
  );
}

function endProbes(cursor: Cursor): Cursor {
  const { to, search } = currentLeg(cursor);
  const newestOnlyUntil = search ? Math.max(to, cursor.newestOnlyUntil ?? 0) : cursor.newestOnlyUntil;
  return endLeg({ ...cursor, newestOnlyUntil });
}

/** More of the silent people work than was expected: what is left is read off the work items. */
function turnToCrawl(cursor: Cursor, burst: Burst): Cursor {
  const { probe, crawl, read } = cursor;
  if (cursor.unreadItems.length > 0) return cursor; // everything that can be read was read
  if (!probe || !currentLeg(cursor).search || probe.bucket >= probe.buckets) return cursor;
  const left = Math.max(0, probe.silent - read.people);
  if (!isCrawlCheaper(left, probe.rate, probe.most, crawl)) return cursor;
  const { plan } = burst.run;
  const cost = crawlCost(crawl);
  burst.note({
    plan: plannedSearch('crawl', {
      requests: (plan?.estimatedRequests ?? 0) + cost.requests,
      points: (plan?.estimatedPoints ?? 0) + cost.points,
    }),
    progress: { done: 0, total: crawl, unit: 'work items' },
  });
  return { ...cursor, phase: 'issues', probe: null };
}
