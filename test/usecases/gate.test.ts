import { DAY, HOUR } from '../../src/domain/instant';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { getSafetyGate } from '../../src/usecases/read-gate';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { cancelRun } from '../../src/usecases/cancel-run';
import { ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

type Break = (world: World, profile: IntegrationProfile) => unknown;

/** What breaks the data, or the trust in it: nothing may be removed, by nobody. */
const HEALTH: [string, Break][] = [
  ['the license of the app is not active', (w) => (w.licensing.license = 'inactive')],
  ['the data is three days old', (w) => w.clock.advance(3 * DAY)],
  [
    'the last download failed',
    async (w, { id }) => {
      const run = await w.runs.findLatest(id, 'download');
      if (run) await w.runs.replace({ ...run, status: 'Failed' });
    },
  ],
  [
    'the last activity run is partial',
    async (w, { id }) => {
      const run = await w.runs.findLatest(id, 'activity');
      if (run) await w.runs.replace({ ...run, status: 'Partial' });
    },
  ],
  [
    'activity does not reach back far enough',
    async (w, { id }) => w.activity.saveCoverage(id, { from: w.clock.now() - 30 * DAY, to: w.clock.now(), gaps: [] }),
  ],
  [
    'the numbers jump',
    async (w, { id }) => {
      const position = await w.positions.find(id);
      if (!position) return;
      const many = position.byRole.map((role) => ({ ...role, seats: 200, active: 180, inactive: 20, candidates: 0 }));
      await w.positions.save(id, { ...position, at: position.at - DAY, byRole: many });
      await w.positions.save(id, position);
    },
  ],
  ['a policy hides content', (w) => (w.jira.contentBlocked = true)],
  ['a selected group became an administrators’ group', (w) => w.jira.admin.add('g-desk')],
  [
    'another group gives the seat since the validation',
    (w) =>
      w.jira.roles.splice(0, 1, {
        key: SOFTWARE,
        name: 'Jira',
        groupIds: ['g-software', 'g-developers', 'g-outside', 'g-new'],
      }),
  ],
];

/** What only holds the background. */
const BATCH: [string, Break][] = [
  [
    'the operator does not administer the site any more',
    (w) => w.jira.people.get('u-operator')?.groups.delete('g-site-admins'),
  ],
];

const startAll = (world: World, profileId: string) =>
  startReclaim({ profileId, numbers: 'all-ready', expectedCount: 4, caller: CALLER }, world.ports);

test.each([...HEALTH, ...BATCH])('no run is started when %s', async (_name, change) => {
  const { world, profile } = await decided();
  await change(world, profile);
  expect(await startAll(world, profile.id)).toMatchObject({ ok: false, code: 'refused' });
  expect(world.queue.waiting).toEqual([]);
});

test.each([...HEALTH, ...BATCH])('a run that was started stops when %s', async (_name, change) => {
  const { world, profile } = await decided();
  const run = ok(await startAll(world, profile.id));
  await change(world, profile);
  await deliverAll(world);
  expect(world.jira.removals).toEqual([]);
  expect(await world.runs.find(run.id)).toMatchObject({ status: 'Partial', counts: { changed: 0 } });
  expect(candidateOf(world, 'u-idle').state).toBe('Ready');
});

test.each(HEALTH)('one click is refused when %s', async (_name, change) => {
  const { world, profile } = await decided();
  await change(world, profile);
  const { number } = candidateOf(world, 'u-idle');
  const result = await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports);
  expect(result).toMatchObject({ ok: false, code: 'refused' });
  expect(world.jira.removals).toEqual([]);
});

test.each(BATCH)('one click is allowed when %s', async (_name, change) => {
  const { world, profile } = await decided();
  await change(world, profile);
  expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'removed' });
});

test('the page sees the same checks, worst first, also without asking Jira', async () => {
  const { world, profile } = await decided();
  const look = async (stored: boolean) => ok(await getSafetyGate({ profileId: profile.id, stored }, world.ports));
  expect((await look(false)).every(({ ok: isRight }) => isRight)).toBe(true);
  const requests = world.jira.spent.requests;
  expect((await look(true)).length).toBeGreaterThan(6);
  expect(world.jira.spent.requests).toBe(requests);
  await world.activity.saveCoverage(profile.id, { from: 0, to: world.clock.now(), gaps: ['A gap.'] });
  expect((await look(true))[0]).toMatchObject({ ok: false, holds: 'everything' });
});

test('rules of other applications do not count where the seats are named', async () => {
  const { world, profile } = await decided();
  for (const rule of await world.ports.rules.list(profile.id))
    if (rule.roleKey !== SOFTWARE) await world.ports.rules.save({ ...rule, review: null });
  const crosses = async (roleKeys?: readonly string[]) => {
    const input = { profileId: profile.id, stored: true, ...(roleKeys ? { roleKeys } : {}) };
    return ok(await getSafetyGate(input, world.ports)).filter(({ ok: isRight }) => !isRight);
  };
  expect((await crosses()).length).toBeGreaterThan(0);
  expect(await crosses([SOFTWARE])).toEqual([]);
});

describe('the limit of the rule', () => {
  const limit = async (world: World, profileId: string, maxSeatsPerRun: number) => {
    for (const rule of await world.ports.rules.list(profileId))
      await world.ports.rules.save({ ...rule, maxSeatsPerRun });
  };

  test('counts what was removed in the last 24 hours', async () => {
    const { world, profile } = await decided();
    await limit(world, profile.id, 3);
    await click(world, 'u-idle');
    expect(
      await startReclaim(
        { profileId: profile.id, numbers: 'all-ready', expectedCount: 3, caller: CALLER },
        world.ports,
      ),
    ).toMatchObject({ ok: true });
    await limit(world, profile.id, 2);
    world.queue.waiting = [];
    expect(
      await startReclaim(
        { profileId: profile.id, numbers: 'all-ready', expectedCount: 3, caller: CALLER },
        world.ports,
      ),
    ).toMatchObject({ ok: false, message: expect.stringMatching(/1 of at most 2/) as string });
  });

  test('holds a run that others overtook', async () => {
    const { world, profile } = await decided();
    await limit(world, profile.id, 3);
    const run = ok(await startAll(world, profile.id));
    await limit(world, profile.id, 1);
    await deliverAll(world);
    expect(world.jira.removals.filter(({ groupId }) => groupId !== 'g-desk').length).toBeLessThanOrEqual(2);
    const people = new Set(
      world.jira.removals.filter(({ groupId }) => groupId !== 'g-desk').map(({ accountId }) => accountId),
    );
    expect(people.size).toBeLessThanOrEqual(1);
    expect(await world.runs.find(run.id)).toMatchObject({ status: 'Partial' });
  });
});

test('a canceled run is told in the evidence once', async () => {
  const { world, profile } = await decided();
  const run = ok(await startAll(world, profile.id));
  await cancelRun({ runId: run.id, caller: CALLER }, world.ports);
  await cancelRun({ runId: run.id, caller: CALLER }, world.ports);
  await deliverAll(world);
  expect(world.jira.removals).toEqual([]);
  expect(world.evidence.all().filter(({ kind }) => kind === 'run-canceled')).toHaveLength(1);
  world.clock.advance(HOUR);
});
