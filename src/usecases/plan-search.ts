import { noActivity } from '../domain/activity';
import { areEventsTrusted, DELIVERY, flowing, withLoss, type EventWatch } from '../domain/event-watch';
import { DAY, startOfDay, utcDay, type Instant } from '../domain/instant';
import { MOST_TOGETHER } from '../domain/probe-plan';
import { toldUpTo, type Leg } from '../domain/reading-legs';
import {
  type chooseSearch,
  LOWEST_PRIOR,
  plannedSearch,
  priorRate,
  probeCost,
  type SearchPlan,
} from '../domain/search-plan';
import { needsEveryKind, openQuestion, silenceRule } from '../domain/silence';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import type { Burst } from './burst';
import { readActivityOf } from './activity-table';
import { currentLeg, endLeg, type Cursor } from './collection-cursor';
import { inParallel } from './in-parallel';
import { growUnread, readUnreadOf } from './unread-table';

/** Decides how a leg is searched, given its sizes. A test may insist on one way. */
export type ChooseSearch = typeof chooseSearch;

const SAMPLE = 10;

/** Everything cheap is read: is a search needed at all, and which one is cheaper? The plan stands in the run from here on. */
export async function planSearch(cursor: Cursor, burst: Burst, ports: Ports, choose: ChooseSearch): Promise<Cursor> {
  await rememberFlow(cursor, ports);
  const leg = await checkedLeg(cursor, ports);
  const generation = await ports.subscriptions.findCurrent(burst.run.profileId);
  const rules = await ports.rules.list(burst.run.profileId);
  const { silent, asked } = await countOpen(cursor, leg, generation, silenceRule(rules, cursor.to), ports);
  const crawl = leg.search ? await ports.activitySource.countIssues(leg.from) : 0;
  const people = generation?.people ?? 0;
  const only = needsEveryKind(rules) ? 'crawl' : undefined;
  const plan = leg.search
    ? choose({ issues: crawl, silent, people, only })
    : plannedSearch('events', probeCost(silent, LOWEST_PRIOR));
  const started = {
    ...cursor,
    legs: [leg, ...cursor.legs.slice(1)],
    crawl,
    before: cursor.before ?? { requests: burst.run.requests, points: burst.run.points },
  };
  burst.note({ plan: together(burst.run.plan, plan), progress: progressOf(plan, crawl, silent) });
  if (plan.kind === 'crawl') return { ...started, phase: 'issues' };
  const prior = leg.search ? priorRate(silent, people) : LOWEST_PRIOR;
  return asked && generation ? startProbe(started, { generation, silent, prior }, ports) : endLeg(started);
}

/** Asks about everybody who still seems silent after the work items of a leg were read, but not all as a whole. */
export async function beginProbe(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const generation = await ports.subscriptions.findCurrent(burst.run.profileId);
  const rule = silenceRule(await ports.rules.list(burst.run.profileId), cursor.to);
  const { silent, asked } = await countOpen(cursor, currentLeg(cursor), generation, rule, ports);
  if (!asked || !generation) return endLeg(cursor);
  burst.note({ progress: { done: 0, total: silent, unit: 'silent people' } });
  return startProbe(cursor, { generation, silent, prior: LOWEST_PRIOR }, ports);
}

async function startProbe(
  cursor: Cursor,
  { generation, silent, prior }: { generation: Generation; silent: number; prior: number },
  ports: Ports,
): Promise<Cursor> {
  await growUnread(generation.buckets, ports.activity);
  const rate = { prior, asked: 0, acted: 0 };
  const probe = { bucket: 0, buckets: generation.buckets, silent, rate, most: MOST_TOGETHER, found: null };
  return { ...cursor, phase: 'probe', probe };
}

function progressOf({ kind }: SearchPlan, crawl: number, silent: number) {
  return kind === 'crawl'
    ? { done: 0, total: crawl, unit: 'work items' }
    : { done: 0, total: silent, unit: 'silent people' };
}

/** A run with several legs shows what all of them cost, under the name of the dearest. */
function together(before: SearchPlan | null, plan: SearchPlan): SearchPlan {
  if (!before) return plan;
  const kind = plan.estimatedPoints > before.estimatedPoints ? plan.kind : before.kind;
  const requests = before.estimatedRequests + plan.estimatedRequests;
  return plannedSearch(kind, { requests, points: before.estimatedPoints + plan.estimatedPoints });
}

async function rememberFlow({ flowsFrom }: Cursor, { eventWatch }: Ports): Promise<void> {
  const watch = await eventWatch.find();
  if (flowsFrom === null || !watch || flowing(watch, flowsFrom) === watch) return;
  await eventWatch.update((now) => flowing(now ?? watch, flowsFrom));
}

/** Events are believed only as long as they told of everybody who is known to have worked. Otherwise some were lost. */
async function checkedLeg(cursor: Cursor, ports: Ports): Promise<Leg> {
  const leg = currentLeg(cursor);
  if (leg.search) return leg;
  const watch = await ports.eventWatch.find();
  if (!areEventsTrusted(watch, leg.from, leg.to)) return { ...leg, search: true };
  const known = watch as EventWatch;
  const missing = await inParallel(await witnesses(cursor, leg, ports), async ([accountId, at]) =>
    (await ports.stamps.wasSeen(accountId, daysOfEvent(at), 'any-contribution')) ? undefined : startOfDay(at),
  );
  const days = missing.filter((day) => day !== undefined);
  if (days.length === 0) return leg;
  const lost = Math.min(...days);
  // Noted as made up for: this run does it.
  await ports.eventWatch.update((now) => withLoss(now ?? known, lost, Math.max(...days) + DAY, cursor.to));
  return { ...leg, search: true };
}

/** Who worked, by worklogs or, when nobody logged any, by a few work items. */
async function witnesses(cursor: Cursor, leg: Leg, ports: Ports): Promise<Cursor['witnesses']> {
  if (cursor.witnesses.length > 0) return cursor.witnesses;
  const facts = await ports.activitySource.sampleIssues(leg.from, SAMPLE);
  return facts.filter(({ at }) => isBetween(at, leg)).map(({ accountId, at }) => [accountId, at] as const);
}

const isBetween = (at: Instant, { from, to }: Leg): boolean => at >= from && at < to - DELIVERY;

/** An event may be dated by its arrival, which can be on the next day. */
const daysOfEvent = (at: Instant): string[] => [...new Set([utcDay(at), utcDay(at + DELIVERY)])];

/** How many people have to be asked about, and whether anything has to be noted about anybody. */
async function countOpen(
  { from }: Cursor,
  leg: Leg,
  generation: Generation | undefined,
  rule: ReturnType<typeof silenceRule>,
  ports: Ports,
): Promise<{ silent: number; asked: boolean }> {
  if (!generation) return { silent: 0, asked: false };
  const searched = leg.search ? leg : undefined;
  const counts = await inParallel(
    Array.from({ length: generation.buckets }, (_, bucket) => bucket),
    async (bucket) => {
      const questions = await openQuestionsOf(bucket, generation, { from, searched, told: toldUpTo(leg), rule }, ports);
      return { silent: questions.filter(({ question }) => question.kind === 'ask').length, all: questions.length };
    },
  );
  const silent = counts.reduce((sum, each) => sum + each.silent, 0);
  return { silent, asked: silent > 0 || (leg.search && counts.some(({ all }) => all > 0)) };
}

/** What is to be found out about the people of one bucket of the download; those about whom nothing is are left out. */
export async function openQuestionsOf(
  bucket: number,
  generation: Generation,
  facts: Omit<Parameters<typeof openQuestion>[1], 'unread'>,
  ports: Pick<Ports, 'subscriptions' | 'activity'>,
) {
  const [holders, people, unread] = await Promise.all([
    ports.subscriptions.readBucket(generation, bucket),
    readActivityOf(bucket, generation.buckets, ports.activity),
    readUnreadOf(bucket, generation.buckets, ports.activity),
  ]);
  const personOf = new Map(people.map((person) => [person.accountId, person]));
  const unreadOf = new Map(unread.map((person) => [person.accountId, person]));
  return holders.flatMap(({ accountId }) => {
    const person = personOf.get(accountId) ?? noActivity(accountId);
    const left = unreadOf.get(accountId);
    const question = openQuestion(person, { ...facts, unread: left });
    return question.kind === 'none' ? [] : [{ accountId, question, wasUnclear: left?.isUnclear ?? false }];
  });
}
