import fc from 'fast-check';
import type { ActivityFact, ActivityKind } from '../../src/domain/activity';
import { DAY, HOUR } from '../../src/domain/instant';
import { searchTraces } from '../../src/usecases/search-traces';
import { ACTIVE, ago, company, IDLE, OPERATOR, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import { collectBy, lastSeen, seatAll } from '../fakes/searched';
import { START, World } from '../fakes/world';

/** So many work items that asking about people is cheaper. */
const MANY = 100_000;

async function refreshed(prepare: (world: World) => void = () => undefined) {
  const world = company();
  prepare(world);
  const profile = await publish(world);
  await deliverAll(world);
  return { world, profile, state: await finalState(world, profile.id) };
}

const candidatesOf = ({ state }: { state: Awaited<ReturnType<typeof finalState>> }) =>
  state.candidates.map(({ accountId, roleKey, state: at }) => `${accountId} ${roleKey} ${at}`).sort();

describe('the search that is cheaper', () => {
  test('is chosen from the sizes, and stands in the run with what it was expected to cost and did', async () => {
    const { world, profile } = await refreshed();
    const crawl = await world.runs.findLatest(profile.id, 'activity');
    expect(crawl?.plan).toMatchObject({ kind: 'crawl', estimatedPoints: expect.any(Number) as number });
    expect(crawl?.plan?.points).toBeGreaterThan(0);
    const probed = await refreshed(({ jira }) => (jira.otherIssues = MANY));
    const run = await probed.world.runs.findLatest(probed.profile.id, 'activity');
    expect(run?.plan?.kind).toBe('probe');
    expect(run?.plan?.points).toBeGreaterThan(0);
    expect(run?.summary).toContain('searched only for the people nothing else showed');
  });

  test('finds the same removal candidates either way', async () => {
    const crawled = await refreshed();
    const probed = await refreshed(({ jira }) => (jira.otherIssues = MANY));
    expect(candidatesOf(probed)).toEqual(candidatesOf(crawled));
    const seen = await lastSeen(probed.world.ports);
    for (const each of ACTIVE) expect(seen.get(each)?.at).toBeDefined();
    for (const each of IDLE) expect(seen.get(each)?.at).toBeUndefined();
  });

  test('turns to reading everything when far more people worked than was expected', async () => {
    const world = company();
    world.jira.otherIssues = 30;
    const profile = await publish(world);
    await deliverAll(world);
    const run = await collectBy('probe', profile.id, world.ports);
    expect(run.result).toMatchObject({ kind: 'finished' });
  });

  test.each([1, 2, 5])('asks in parts when Jira looks at %d people at once only', async (limit) => {
    const probed = await refreshed(({ jira }) => {
      jira.otherIssues = MANY;
      jira.clauseLimit = limit;
    });
    expect(candidatesOf(probed)).toEqual(candidatesOf(await refreshed()));
  });

  test('somebody of whom Jira gives no clear answer is told and kept; nobody else is drawn in', async () => {
    const probed = await refreshed(({ jira }) => {
      jira.otherIssues = MANY;
      jira.unclear.add('u-idle');
    });
    const expected = candidatesOf(await refreshed()).filter((each) => !each.startsWith('u-idle '));
    expect(candidatesOf(probed)).toEqual(expected);
    const { limits, gaps } = (await probed.world.activity.findCoverage(probed.profile.id)) ?? {};
    expect(gaps).toEqual([]);
    expect(limits?.map(({ kind }) => kind)).toContain('unclear-people');
    expect((await lastSeen(probed.world.ports)).get('u-idle')?.unreadUntil).toBeGreaterThan(START - DAY);
  });

  test('finds the day of work that left no readable trace', async () => {
    const world = company();
    world.jira.otherIssues = MANY;
    const hidden: ActivityFact = { accountId: 'u-idle', kind: 'comment-added', at: ago(17) };
    const others = Array.from({ length: 5 }, (_, n): ActivityFact => ({
      accountId: 'u-commenter',
      kind: 'comment-added',
      at: ago(4) + n,
    }));
    // Neither among the comments that an answer shows, nor the last that happened to the work item.
    world.jira.issues.push({
      key: 'H-1',
      creation: { accountId: 'x', kind: 'issue-created', at: ago(90) },
      comments: [...others, hidden],
      changes: [],
    });
    const profile = await publish(world);
    await deliverAll(world);
    const at = (await lastSeen(world.ports)).get('u-idle')?.at ?? 0;
    expect(at).toBeGreaterThanOrEqual(hidden.at);
    expect(at).toBeLessThan(hidden.at + 2 * DAY);
    expect((await finalState(world, profile.id)).candidates.map(({ accountId }) => accountId)).not.toContain('u-idle');
  });
});

const KINDS: readonly ActivityKind[] = ['issue-changed', 'comment-added', 'comment-edited'];
/** Activity is collected from here, in the middle of a day. */
const FROM = START - 60 * DAY;
const PEOPLE = Array.from({ length: 9 }, (_, n) => `u-${n}`);
const fact = fc.record({
  accountId: fc.constantFrom(...PEOPLE),
  kind: fc.constantFrom(...KINDS),
  at: fc.integer({ min: START - 90 * DAY, max: START - 1 }),
});
const site = fc.record({
  issues: fc.array(
    fc.record({
      creation: fact,
      comments: fc.array(fact, { maxLength: 5 }),
      changes: fc.array(fact, { maxLength: 5 }),
    }),
    { maxLength: 8 },
  ),
  worklogs: fc.array(fact, { maxLength: 2 }),
  limit: fc.constantFrom(Infinity, 2),
});
type Site = typeof site extends fc.Arbitrary<infer Given> ? Given : never;

/** Work that no answer shows, on the day that activity is collected from, but before the moment. */
const WORK_HOURS_BEFORE_THE_FIRST: Site = (() => {
  const by = (accountId: string, at: number) => ({ accountId, kind: 'issue-changed' as const, at });
  const creation = by('u-0', START - 90 * DAY);
  const midnight = FROM - 12 * HOUR;
  const [early, old] = [by('u-6', midnight), by('u-0', START - 90 * DAY)];
  return {
    issues: [
      { creation, comments: [early], changes: [] },
      { creation, comments: [], changes: [early] },
      { creation, comments: [early], changes: [old, by('u-0', midnight + 1), old] },
    ],
    worklogs: [],
    limit: Infinity,
  };
})();

function latestWork(accountId: string, { issues, worklogs }: Site): number {
  const work = [...issues.flatMap(({ comments, changes }) => [...comments, ...changes]), ...worklogs];
  return Math.max(...work.filter((each) => each.accountId === accountId).map(({ at }) => at), -Infinity);
}

/** Everybody holds a seat, and the list of them is downloaded. */
async function siteOf({ issues, worklogs, limit }: Site) {
  const world = new World();
  world.jira.addGroup('g');
  world.jira.addGroup('g-org', 'site-admin');
  world.jira.roles.push({ key: 'jira-software', name: 'Jira', groupIds: ['g'] });
  world.jira.addPerson(OPERATOR, ['g-org']);
  for (const each of PEOPLE) world.jira.addPerson(each, ['g']);
  world.jira.clauseLimit = limit;
  const profileId = await seatAll(PEOPLE, FROM, world.ports);
  world.jira.issues.push(
    ...issues.map((issue, n) => ({
      key: `K-${n}`,
      ...issue,
      creation: { ...issue.creation, kind: 'issue-created' as const, at: START - 90 * DAY },
    })),
  );
  world.jira.worklogs.push(...worklogs.map((each) => ({ ...each, kind: 'worklog' as const })));
  return { world, profileId };
}

describe('on any site', () => {
  test('both searches agree who worked when; what was not read is marked, never silent', async () => {
    await fc.assert(
      fc.asyncProperty(site, async (given) => {
        const [crawled, probed] = [await siteOf(given), await siteOf(given)];
        await collectBy('crawl', crawled.profileId, crawled.world.ports);
        await collectBy('probe', probed.profileId, probed.world.ports);
        const [truth, found] = [await lastSeen(crawled.world.ports), await lastSeen(probed.world.ports)];
        for (const each of PEOPLE) {
          const worked = latestWork(each, given);
          expect({ each, at: truth.get(each)?.at }).toEqual({ each, at: worked < FROM ? undefined : worked });
          const seen = found.get(each);
          if (seen?.unreadUntil !== undefined) {
            expect(seen.at ?? -Infinity).toBeLessThanOrEqual(worked);
            expect(seen.unreadUntil).toBeGreaterThanOrEqual(worked);
          } else if (seen?.at !== undefined || worked >= FROM) {
            // To the day: where the work items don't tell the moment, the day's end in any time zone is taken. So work
            // in the hours before the first moment that counts may count too.
            expect((seen?.at ?? 0) - worked).toBeLessThanOrEqual(1.5 * DAY);
            expect(seen?.at ?? 0).toBeGreaterThanOrEqual(worked);
          }
        }
      }),
      { numRuns: 150, examples: [[WORK_HOURS_BEFORE_THE_FIRST]] },
    );
  });
});

describe('just before a removal', () => {
  const asked = { accountId: 'u-idle', basis: 'including-views', thresholdDays: 60 } as const;
  const hidden = {
    key: 'S-1',
    creation: { accountId: 'u-idle', kind: 'issue-created' as const, at: ago(5) },
    comments: [],
    changes: [],
  };

  test('what only the administrator at the page may see counts too; the operator in the background sees what the app sees', async () => {
    const world = company();
    world.jira.seenByCallerOnly.push(hidden);
    expect(await searchTraces({ ...asked, as: { kind: 'caller' } }, world.ports)).toMatchObject({ evidence: 'seen' });
    expect(await searchTraces({ ...asked, as: { kind: 'operator', accountId: OPERATOR } }, world.ports)).toMatchObject({
      evidence: 'none',
    });
    expect(await searchTraces(asked, world.ports)).toMatchObject({ evidence: 'none' });
  });

  test('work of which the app can’t read what it was is a doubt where not everything counts', async () => {
    const world = company();
    world.jira.seenByCallerOnly.push(hidden);
    const question = { ...asked, basis: 'original-compatible', as: { kind: 'caller' } } as const;
    expect(await searchTraces(question, world.ports)).toMatchObject({ evidence: 'unclear' });
  });
});
