import fc from 'fast-check';
import { intoBuckets } from '../../src/domain/account-bucket';
import {
  noActivity,
  withFact,
  type ActivityFact,
  type ActivityKind,
  type PersonActivity,
} from '../../src/domain/activity';
import { DAY, HOUR, MINUTE, utcDay } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import {
  growTable,
  MAX_BUCKET_WEIGHT,
  mergeIntoTable,
  readActivityOf,
  weightOf,
} from '../../src/usecases/activity-table';
import { EventKnowledge } from '../../src/usecases/event-knowledge';
import { recordProductEvent } from '../../src/usecases/record-product-event';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { accountId, instant } from '../domain/arbitraries';
import { ACTIVE, ago, company, IDLE, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import { MemoryActivityStore } from '../fakes/memory-activity-store';

const facts = fc.array(
  fc.record({ accountId, kind: fc.constantFrom<ActivityKind[]>('worklog', 'issue-viewed'), at: instant }),
  { maxLength: 40 },
);
const fold = (all: readonly ActivityFact[]): PersonActivity[] => {
  const people = new Map<string, PersonActivity>();
  for (const each of all) {
    people.set(each.accountId, withFact(people.get(each.accountId) ?? noActivity(each.accountId), each));
  }
  return [...people.values()].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
};

async function wholeTable(store: MemoryActivityStore): Promise<PersonActivity[]> {
  return (await readActivityOf(0, 1, store)).sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

describe('the activity table', () => {
  test('holds the newest of everything that was merged, however it was portioned, repeated and recut', async () => {
    const step = fc.tuple(facts, fc.integer({ min: 0, max: 4 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const store = new MemoryActivityStore();
        for (const [portion, exponent] of [...steps, ...steps]) {
          await growTable(2 ** exponent, store);
          await mergeIntoTable(fold(portion), store);
        }
        expect(await wholeTable(store)).toEqual(fold(steps.flatMap(([portion]) => portion)));
      }),
      { numRuns: 40 },
    );
  });

  test('shows the people of a bucket whatever number of buckets the reader has', async () => {
    await fc.assert(
      fc.asyncProperty(
        facts,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        async (all, own, read) => {
          const store = new MemoryActivityStore();
          await growTable(2 ** own, store);
          await mergeIntoTable(fold(all), store);
          const expected = intoBuckets(fold(all), 2 ** read, (person) => person.accountId);
          for (const [bucket, people] of expected.entries()) {
            expect(await readActivityOf(bucket, 2 ** read, store)).toEqual(expect.arrayContaining(people));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('grows with the people in it, not only with the profile that reads', async () => {
    const store = new MemoryActivityStore();
    const all = Array.from({ length: 5000 }, (_, n): ActivityFact => {
      return { accountId: `u-${n}`, kind: 'worklog', at: ago(1), ref: `A-VERY-LONG-KEY-${n}` };
    });
    await mergeIntoTable(fold(all), store);
    const count = (await store.findBucketCount()) ?? 0;
    expect(count).toBeGreaterThan(1);
    for (let bucket = 0; bucket < count; bucket += 1) {
      const people = await store.readBucket(count, bucket);
      expect(people.reduce((sum, person) => sum + weightOf(person), 0)).toBeLessThan(MAX_BUCKET_WEIGHT);
    }
    expect(await wholeTable(store)).toHaveLength(5000);
  });
});

describe('collecting activity', () => {
  test('finds every kind of evidence, also behind the pages of a search answer', async () => {
    const world = company();
    const profile = await publish(world);
    await deliverAll(world);
    const { activity } = await finalState(world, profile.id);
    const people = activity.map((person) => person.accountId);
    expect(people).toEqual(expect.arrayContaining(ACTIVE));
    for (const idle of IDLE) expect(people).not.toContain(idle);
    expect(await world.activity.findCoverage(profile.id)).toMatchObject({ from: profile.analyzeFrom, gaps: [] });
  });

  test('an audit log that can’t be read is a gap: nobody becomes a candidate', async () => {
    const world = company();
    const profile = await publish(world);
    world.jira.failure = (operation) =>
      operation === 'readAudit' ? new Failure('jira-refused', 'Jira refused (403).') : undefined;
    await deliverAll(world);
    const { candidates, numbers, runs } = await finalState(world, profile.id);
    expect(candidates).toEqual([]);
    expect(numbers?.reduce((sum, role) => sum + role.inactive, 0)).toBe(0);
    expect(runs.map((run) => run?.status)).toEqual(['Complete', 'Partial', 'Partial', undefined]);
  });

  test('content that is hidden from the app is a gap too', async () => {
    const world = company();
    world.jira.contentBlocked = true;
    const profile = await publish(world);
    await deliverAll(world);
    expect((await finalState(world, profile.id)).candidates).toEqual([]);
  });

  test('more audit records than one answer holds are read in smaller slices', async () => {
    const world = company();
    for (let minute = 0; minute < 8; minute += 1) {
      world.jira.audit.push({ at: ago(4) + minute * 10 * MINUTE, by: `u-admin-${minute}`, assigned: null });
    }
    const profile = await publish(world);
    await deliverAll(world);
    const { activity } = await finalState(world, profile.id);
    const seen = activity.filter((person) => person.accountId.startsWith('u-admin-'));
    expect(seen).toHaveLength(8);
    expect((await world.activity.findCoverage(profile.id))?.gaps).toEqual([]);
  });

  test('more than can be told apart within a minute is a gap', async () => {
    const world = company();
    for (let n = 0; n < 3; n += 1) world.jira.audit.push({ at: ago(4) + n, by: `u-admin-${n}`, assigned: null });
    const profile = await publish(world);
    await deliverAll(world);
    expect((await world.activity.findCoverage(profile.id))?.gaps).toHaveLength(1);
  });

  test('more worklogs of one moment than Jira lists are a gap, and are looked for again the next day', async () => {
    const world = company();
    for (let n = 0; n < 5; n += 1)
      world.jira.worklogs.push({ accountId: `u-import-${n}`, kind: 'worklog', at: ago(4) });
    const profile = await publish(world);
    await deliverAll(world);
    const gap = expect.stringContaining('worklogs were changed at the same moment') as string;
    expect((await world.activity.findCoverage(profile.id))?.gaps).toEqual([gap]);
    expect(world.candidates.all()).toEqual([]);
    world.clock.advanceTo((profile.publishedAt ?? 0) + DAY);
    await startDueJobs(world.ports);
    await deliverAll(world);
    expect((await world.activity.findCoverage(profile.id))?.gaps).toEqual([gap]);
  });

  test('a new assignment is no activity, but silence counts only from there', async () => {
    const world = company();
    world.jira.audit.push({ at: ago(3), by: null, assigned: 'u-idle' });
    const profile = await publish(world);
    await deliverAll(world);
    const { candidates } = await finalState(world, profile.id);
    expect(candidates.map(({ accountId: account }) => account)).not.toContain('u-idle');
  });

  test('the next day reads only what is new, and takes candidates back who were seen', async () => {
    const world = company();
    const profile = await publish(world);
    await deliverAll(world);
    const requests = world.jira.spent.requests;
    world.clock.advanceTo((profile.publishedAt ?? 0) + DAY);
    world.jira.worklogs.push({ accountId: 'u-idle', kind: 'worklog', at: world.clock.now() - HOUR });
    await startDueJobs(world.ports);
    await deliverAll(world);
    const states = (await finalState(world, profile.id)).candidates.map(({ accountId: who, state }) => [who, state]);
    expect(states).toContainEqual(['u-idle', 'Closed Canceled']);
    expect(states.filter(([, state]) => state === 'Ready')).toHaveLength(3);
    expect(world.jira.spent.requests - requests).toBeLessThan(requests / 2);
    expect(await world.activity.findCoverage(profile.id)).toMatchObject({ from: profile.analyzeFrom, gaps: [] });
  });
});

describe('product events', () => {
  test('stamp one day per person and class; late, repeated and future ones change nothing', async () => {
    const { ports, stamps, clock } = company();
    const known = new EventKnowledge();
    const event = { accountId: 'u-1', kind: 'issue-viewed', at: clock.now() - HOUR, ref: 'A-1' } as const;
    expect(await recordProductEvent(event, known, ports)).toBe('stamped');
    await recordProductEvent({ ...event, at: event.at + MINUTE }, known, ports);
    expect(await recordProductEvent({ ...event, accountId: 'u-2', at: clock.now() + DAY }, known, ports)).toBe(
      'stamped',
    );
    expect(await recordProductEvent({ ...event, at: clock.now() - 2 * DAY - 1 }, known, ports)).toBe('too-late');
    const { stamps: listed } = await stamps.listDay(utcDay(clock.now()));
    expect(listed.map(({ accountId: who, at }) => [who, at])).toEqual([
      ['u-1', event.at],
      ['u-2', clock.now()],
    ]);
  });
});
