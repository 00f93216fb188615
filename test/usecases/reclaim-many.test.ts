import { reclaimNow } from '../../src/usecases/reclaim-now';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { DESK, KEPT_ALIVE, ok, OPERATOR } from '../fakes/company';
import { CALLER, candidateOf, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

describe('many at once', () => {
  const start = (world: World, profileId: string, expectedCount: number, numbers: readonly string[] | 'all-ready') =>
    startReclaim({ profileId, numbers, expectedCount, caller: CALLER }, world.ports);

  test('takes exactly the chosen ones', async () => {
    const { world, profile } = await decided();
    const chosen = [candidateOf(world, 'u-idle-twice', DESK).number];
    ok(await start(world, profile.id, 1, chosen));
    await deliverAll(world);
    expect(world.jira.removals).toEqual([{ groupId: 'g-desk', accountId: 'u-idle-twice' }]);
  });

  test('refuses a number that nobody confirmed', async () => {
    const { world, profile } = await decided();
    expect(await start(world, profile.id, 3, 'all-ready')).toMatchObject({ ok: false, code: 'conflict' });
    expect(world.queue.waiting).toEqual([]);
  });

  test.each<[string, object]>([
    ['without an operator', { reclaimOperator: null }],
    ['with reclaim switched off', { reclaim: false }],
    ['for a draft', { status: 'Draft' }],
    ['after its groups changed', { groupIds: ['g-software'] }],
  ])('is refused %s', async (_name, change) => {
    const { world, profile } = await decided();
    await world.profiles.replace({ ...profile, ...change });
    expect(await start(world, profile.id, 4, 'all-ready')).toMatchObject({ ok: false, code: 'refused' });
  });

  test('stops before the next person when somebody switches reclaim off', async () => {
    const { world, profile } = await decided();
    ok(await start(world, profile.id, 4, 'all-ready'));
    world.jira.failure = (operation) => {
      if (operation.startsWith('removeMember')) void world.profiles.replace({ ...profile, reclaim: false });
      return undefined;
    };
    await deliverAll(world);
    const people = new Set(world.jira.removals.map(({ accountId }) => accountId));
    expect(people.size).toBe(1);
    expect(await world.runs.findLatest(profile.id, 'reclaim')).toMatchObject({ status: 'Partial' });
  });

  test('leaves the candidates ready when Jira does not let the operator act', async () => {
    const { world, profile } = await decided();
    world.jira.operatorMayAct = false;
    ok(await start(world, profile.id, 4, 'all-ready'));
    await deliverAll(world);
    const states = world.candidates
      .all()
      .filter(({ accountId }) => accountId !== KEPT_ALIVE)
      .map(({ state }) => state);
    expect(states).toEqual(['Ready', 'Ready', 'Ready']);
    expect(world.jira.removals).toEqual([]);
  });

  test('touches nobody of a group that Jira refused to change before', async () => {
    const { world, profile } = await decided();
    await world.settings.markExternallyManaged(['g-developers']);
    ok(await start(world, profile.id, 4, 'all-ready'));
    await deliverAll(world);
    expect(world.jira.removals.map(({ groupId }) => groupId).sort()).toEqual(['g-desk', 'g-software']);
    expect(candidateOf(world, 'u-idle-twice').state).toBe('Attention Required');
  });

  test('keeps the seats of a person who was excluded meanwhile', async () => {
    const { world, profile } = await decided();
    const now = world.clock.now();
    await world.exclusions.save({
      id: 'user.u-idle-twice',
      revision: 0,
      target: { kind: 'user', accountId: 'u-idle-twice' },
      active: true,
      createdAt: now,
      createdBy: CALLER,
      changedAt: now,
      changedBy: CALLER,
    });
    ok(await start(world, profile.id, 4, 'all-ready'));
    await deliverAll(world);
    expect(world.jira.removals.map(({ accountId }) => accountId)).toEqual(['u-idle']);
  });

  test('never removes the operator or the one who asked', async () => {
    const { world, profile } = await decided();
    const candidate = candidateOf(world, 'u-idle');
    for (const [n, accountId] of [OPERATOR, CALLER].entries()) {
      world.jira.people.get(accountId)?.groups.clear();
      world.jira.people.get(accountId)?.groups.add('g-software');
      const number = `${candidate.number}${n}`;
      await world.candidates.createAll([{ ...candidate, number, accountId }]);
      const result = await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports);
      expect(result).toMatchObject({ ok: true, value: { outcome: 'kept' } });
    }
    expect(world.jira.removals).toEqual([]);
    expect(profile.reclaimOperator).toBe(OPERATOR);
  });
});
