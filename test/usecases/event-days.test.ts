import fc from 'fast-check';
import type { ActivityFact } from '../../src/domain/activity';
import { DAY, HOUR } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import { EventKnowledge } from '../../src/usecases/event-knowledge';
import { recordProductEvent } from '../../src/usecases/record-product-event';
import { saveProfile } from '../../src/usecases/save-profile';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { noteInstallation } from '../../src/usecases/note-installation';
import { noteBeat } from '../../src/usecases/watch-events';
import { ago, company, ok, OPERATOR, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import { lastSeen } from '../fakes/searched';
import type { World } from '../fakes/world';

/** The app is installed, a first refresh has read everything, and events flow since. */
async function watched(prepare: (world: World) => void = () => undefined) {
  const world = company();
  prepare(world);
  await noteInstallation(copy('installation'), world.ports);
  const profile = await publish(world);
  await deliverAll(world);
  await tell(world, { accountId: 'u-commenter', kind: 'comment-added', at: world.clock.now() });
  const publishedAt = profile.publishedAt ?? 0;
  await nextDay(world, publishedAt + DAY);
  return { world, profileId: profile.id, publishedAt };
}

const copy = (installation: string, version = '1') =>
  ({ installed: { installation, version }, said: 'installed', by: null }) as const;

function tell(world: World, fact: ActivityFact): Promise<unknown> {
  return recordProductEvent({ ...fact, ref: null }, new EventKnowledge(), world.ports);
}

/** Lets the hours pass, the tick with them, and the refresh of that day finish. */
async function nextDay(world: World, until: number, ticks = true): Promise<void> {
  while (world.clock.now() + HOUR < until) {
    world.clock.advance(HOUR);
    if (ticks) await noteBeat(world.ports);
  }
  world.clock.advanceTo(until);
  await startDueJobs(world.ports);
  await deliverAll(world);
}

/** Somebody comments now; the event may be lost on the way. */
async function comment(world: World, accountId: string, isTold: boolean): Promise<void> {
  const at = world.clock.now();
  const fact: ActivityFact = { accountId, kind: 'comment-added', at };
  world.jira.issues.push({
    key: `N-${at}-${accountId}`,
    creation: { accountId: 'x', kind: 'issue-created', at: ago(90) },
    comments: [fact],
    changes: [],
  });
  if (isTold) await tell(world, fact);
}

/** Operations on Jira since, by name. */
function recorded(world: World): string[] {
  const asked: string[] = [];
  world.jira.failure = (operation) => {
    asked.push(operation);
    return undefined;
  };
  return asked;
}

const planOf = async (world: World, profileId: string) =>
  (await world.runs.findLatest(profileId, 'activity'))?.plan?.kind;

describe('a day of which product events told everything', () => {
  test('reads no work items, asks about nobody but who seems silent, and knows who worked', async () => {
    const { world, profileId, publishedAt } = await watched();
    expect(await planOf(world, profileId)).toBe('crawl'); // events were not known to flow from its beginning
    world.clock.advance(HOUR);
    await comment(world, 'u-idle', true);
    world.jira.worklogs.push({ accountId: 'u-commenter', kind: 'worklog', at: world.clock.now() });
    await tell(world, { accountId: 'u-commenter', kind: 'worklog', at: world.clock.now() });
    const asked = recorded(world);
    await nextDay(world, publishedAt + 2 * DAY);
    expect(asked.filter((operation) => ['readIssues', 'countIssues', 'sampleIssues'].includes(operation))).toEqual([]);
    expect(asked.filter((operation) => operation === 'findTouched')).toHaveLength(1);
    expect(await planOf(world, profileId)).toBe('events');
    const { candidates } = await finalState(world, profileId);
    expect(candidates).toContainEqual(expect.objectContaining({ accountId: 'u-idle', state: 'Closed Canceled' }));
    expect(await world.activity.findCoverage(profileId)).toMatchObject({ to: publishedAt + 2 * DAY, gaps: [] });
  });

  test('is never believed against somebody: work that sends no event is found before anybody is called silent', async () => {
    const { world, profileId, publishedAt } = await watched();
    world.clock.advance(HOUR);
    await comment(world, 'u-idle', false);
    world.jira.worklogs.push({ accountId: 'u-commenter', kind: 'worklog', at: world.clock.now() });
    await tell(world, { accountId: 'u-commenter', kind: 'worklog', at: world.clock.now() });
    await nextDay(world, publishedAt + 2 * DAY);
    expect(await planOf(world, profileId)).toBe('events');
    expect((await lastSeen(world.ports)).get('u-idle')?.at).toBeGreaterThan(publishedAt + DAY);
    const { candidates } = await finalState(world, profileId);
    expect(candidates.filter(({ accountId, state }) => accountId === 'u-idle' && state === 'Ready')).toEqual([]);
  });

  test.each<[string, (world: World) => Promise<void>]>([
    ['the tick fell silent', () => Promise.resolve()],
    ['the app was installed anew', (world) => noteInstallation(copy('another'), world.ports)],
    [
      'the app was upgraded',
      (world) => noteInstallation({ ...copy('installation', '2'), said: 'upgraded' }, world.ports),
    ],
    [
      'an event could not be kept',
      (world) => world.eventGaps.note({ at: world.clock.now(), eventType: 'avi:jira:updated:issue', why: 'lost' }),
    ],
    [
      'somebody logged work of whom no event told',
      async (world) => {
        world.jira.worklogs.push({ accountId: 'u-logger', kind: 'worklog', at: world.clock.now() });
        return Promise.resolve();
      },
    ],
  ])('is searched when %s, and nothing is missed', async (why, happens) => {
    const { world, profileId, publishedAt } = await watched();
    world.clock.advance(HOUR);
    await comment(world, 'u-idle', false);
    await happens(world);
    await nextDay(world, publishedAt + 2 * DAY, why !== 'the tick fell silent');
    expect(await planOf(world, profileId)).toMatch(/crawl|probe/);
    expect((await lastSeen(world.ports)).get('u-idle')?.at).toBeGreaterThan(publishedAt + DAY);
    const { candidates } = await finalState(world, profileId);
    expect(candidates.filter(({ accountId, state }) => accountId === 'u-idle' && state === 'Ready')).toEqual([]);
  });

  test('a few work items show that events are lost where nobody logs work', async () => {
    const { world, profileId, publishedAt } = await watched();
    world.clock.advance(HOUR);
    await comment(world, 'u-idle', false);
    await nextDay(world, publishedAt + 2 * DAY);
    expect(await planOf(world, profileId)).toMatch(/crawl|probe/);
    expect((await lastSeen(world.ports)).get('u-idle')?.at).toBeDefined();
  });

  test('whatever order events come in, twice or never: after the gap is made up for it is as if all were read', async () => {
    const PEOPLE = ['u-idle', 'u-idle-twice', 'u-kept-alive', 'u-idle-admin'];
    const happening = fc.record({
      who: fc.constantFrom(...PEOPLE),
      hour: fc.integer({ min: 1, max: 20 }),
      deliveries: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 6 }), fc.boolean(), async (happenings, backwards) => {
        const outcomes = [];
        for (const isRead of [false, true]) {
          const { world, profileId, publishedAt } = await watched();
          const facts = happenings.map(({ who, hour }): ActivityFact => ({
            accountId: who,
            kind: 'comment-added',
            at: publishedAt + DAY + hour * HOUR,
          }));
          facts.forEach((fact, n) =>
            world.jira.issues.push({
              key: `N-${n}`,
              creation: { accountId: 'x', kind: 'issue-created', at: ago(90) },
              comments: [fact],
              changes: [],
            }),
          );
          world.clock.advanceTo(publishedAt + DAY + 21 * HOUR);
          const told = happenings.flatMap(({ deliveries }, n) =>
            Array.from({ length: deliveries }, () => facts[n] as ActivityFact),
          );
          if (!isRead) for (const fact of backwards ? told.reverse() : told) await tell(world, fact);
          for (const [n, { deliveries }] of happenings.entries())
            if (isRead || deliveries === 0)
              await world.eventGaps.note({ at: facts[n]?.at ?? 0, eventType: 'avi:jira:commented:issue', why: 'lost' });
          await nextDay(world, publishedAt + 2 * DAY);
          const seen = await lastSeen(world.ports);
          const { candidates } = await finalState(world, profileId);
          // Of somebody who was seen, a later day may stay unread: that is told as a limit, and asked for before it matters.
          const active = PEOPLE.filter((each) => (seen.get(each)?.at ?? 0) > publishedAt + DAY);
          outcomes.push({ active, candidates: candidates.map(({ accountId, state }) => `${accountId} ${state}`) });
        }
        expect(outcomes[0]).toEqual(outcomes[1]);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a start of the analysis that was moved', () => {
  async function moved(world: World, profileId: string, days: number) {
    const profile = await world.profiles.find(profileId);
    if (!profile) throw new Error('no profile');
    const { displayName, connectionName, downloadActivity, reclaim, groupIds } = profile;
    const settings = { displayName, connectionName, downloadActivity, reclaim, groupIds, analyzeFrom: ago(days) };
    return ok(
      await saveProfile(
        { profileId, revision: profile.revision, settings, lookBackConfirmed: true, caller: OPERATOR },
        world.ports,
      ),
    );
  }

  test('back reads only the difference: nobody who was seen since is asked about', async () => {
    const { world, profileId, publishedAt } = await watched(({ jira }) => (jira.otherIssues = 100_000));
    await moved(world, profileId, 100);
    const before = world.jira.spent.requests;
    await nextDay(world, publishedAt + 2 * DAY);
    expect(await planOf(world, profileId)).toBe('probe');
    const coverage = await world.activity.findCoverage(profileId);
    expect(coverage).toMatchObject({ from: ago(100), gaps: [] });
    const seen = await lastSeen(world.ports);
    // It created work items then; more than one answer shows, so only the day is told.
    expect(Math.abs((seen.get('u-idle')?.at ?? 0) - ago(90))).toBeLessThanOrEqual(1.5 * DAY);
    expect(seen.get('u-idle-twice')?.at).toBe(ago(80)); // it logged work
    expect(world.jira.spent.requests - before).toBeLessThan(250);
  });

  test('forward keeps what is known', async () => {
    const { world, profileId, publishedAt } = await watched();
    await moved(world, profileId, 10);
    await nextDay(world, publishedAt + 2 * DAY);
    expect((await world.activity.findCoverage(profileId))?.from).toBeLessThan(ago(59));
  });
});

describe('what could not be read', () => {
  test('an audit log that opens later is read from where it was refused, and nothing else again', async () => {
    const { world, profileId, publishedAt } = await watched();
    world.jira.failure = (operation) =>
      operation === 'readAudit' ? new Failure('jira-refused', 'Refused (403).') : undefined;
    await nextDay(world, publishedAt + 2 * DAY);
    expect((await world.activity.findCoverage(profileId))?.gaps).toHaveLength(1);
    world.jira.audit.push({ at: publishedAt + DAY + HOUR, by: 'u-idle', assigned: null });
    const asked = recorded(world);
    await nextDay(world, publishedAt + 3 * DAY);
    expect(asked).toContain('readAudit');
    expect(asked).not.toContain('readIssues');
    expect((await world.activity.findCoverage(profileId))?.gaps).toEqual([]);
    expect((await lastSeen(world.ports)).get('u-idle')?.at).toBe(publishedAt + DAY + HOUR);
  });

  test('what a data policy hid is read as soon as it is lifted, and once', async () => {
    const { world, profileId, publishedAt } = await watched(({ jira }) => (jira.contentBlocked = true));
    expect((await world.activity.findCoverage(profileId))?.gaps).toHaveLength(1);
    world.jira.contentBlocked = false;
    await nextDay(world, publishedAt + 2 * DAY);
    expect(await world.activity.findCoverage(profileId)).toMatchObject({ gaps: [], reading: { searchFrom: null } });
    expect(await planOf(world, profileId)).toMatch(/crawl|probe/);
  });

  test('projects that the app can’t browse are named beside the coverage, and keep nobody from being called idle', async () => {
    const { world, profileId } = await watched(({ jira }) => {
      jira.projects.caller.push('Secret plans');
    });
    const coverage = await world.activity.findCoverage(profileId);
    expect(coverage?.gaps).toEqual([]);
    expect(coverage?.limits?.[0]).toMatchObject({
      kind: 'hidden-projects',
      text: expect.stringContaining('Secret plans') as string,
    });
    expect((await finalState(world, profileId)).candidates).not.toEqual([]);
  });
});
