import type { AccountId } from '../domain/identifiers';
import { isCrawlCheaper, plannedSearch, crawlCost } from '../domain/search-plan';
import { silenceRule, type UnreadPerson } from '../domain/silence';
import type { Ports } from '../ports/ports';
import { mergeIntoTable, NewActivity } from './activity-table';
import { askAbout } from './ask-about';
import type { Burst } from './burst';
import { currentLeg, endLeg, within, type Cursor, type ProbeProgress } from './collection-cursor';
import { openQuestionsOf } from './plan-search';
import { writeUnreadOf } from './unread-table';

/** Asks about the silent people of one bucket of the download. When that turns out dearer than reading everything, it does that. */
export async function probeSilent(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const { probe } = cursor;
  const leg = currentLeg(cursor);
  const generation = await ports.subscriptions.findCurrent(burst.run.profileId);
  if (!probe || generation?.buckets !== probe.buckets || probe.bucket >= probe.buckets) return endProbes(cursor);
  const rule = silenceRule(await ports.rules.list(burst.run.profileId), cursor.to);
  const searched = leg.search ? leg : undefined;
  const open = await openQuestionsOf(probe.bucket, generation, { from: cursor.from, searched, rule }, ports);
  const silent = open.flatMap(({ accountId, question, wasUnclear }) =>
    question.kind === 'ask' ? [{ accountId, from: question.from, to: question.to, wasUnclear }] : [],
  );
  const answers = await askAbout(silent, { ...probe, now: cursor.to }, ports.activitySource);
  const unclear = new Set(answers.unclear);
  const unread = new Map<AccountId, UnreadPerson | null>([
    ...silent.map(
      ({ accountId, to }) =>
        [accountId, unclear.has(accountId) ? { accountId, until: to, isUnclear: true } : null] as const,
    ),
    ...open.flatMap(({ accountId, question, wasUnclear }) =>
      question.kind === 'later'
        ? [[accountId, { accountId, until: question.until, isUnclear: wasUnclear }] as const]
        : [],
    ),
  ]);
  // What is unread first: a burst that is repeated after the evidence was merged would not ask again.
  await writeUnreadOf(probe.bucket, probe.buckets, unread, ports.activity);
  const news = new NewActivity();
  news.add(within(answers.facts, cursor));
  await mergeIntoTable(news.drain(), ports.activity);
  const read = { ...cursor.read, people: cursor.read.people + silent.length };
  burst.note({
    progress: { done: read.people, total: Math.max(probe.silent, read.people), unit: 'silent people' },
    counts: { processed: silent.length },
  });
  const next: ProbeProgress = { ...probe, bucket: probe.bucket + 1, rate: answers.rate, most: answers.most };
  return turnToCrawl(
    {
      ...cursor,
      read,
      unclear: cursor.unclear + unclear.size,
      wasLimited: cursor.wasLimited || answers.wasLimited,
      later: cursor.later + open.length - silent.length,
      probe: next,
    },
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
