import { startReclaim } from '../../src/usecases/start-reclaim';
import { company, confirmRules, DESK, IDLE, KEPT_ALIVE, ok, OPERATOR, publish, SOFTWARE } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';

describe('the main job, undisturbed', () => {
  test('proposes exactly the seats of people who were silent for 60 days', async () => {
    const world = company();
    const profile = await publish(world);
    await deliverAll(world);
    const { candidates, lines, numbers, runs } = await finalState(world, profile.id);
    expect(candidates.map(({ accountId, roleKey, state }) => [accountId, roleKey, state])).toEqual([
      ['u-idle', SOFTWARE, 'Ready'],
      ['u-idle-twice', DESK, 'Ready'],
      ['u-idle-twice', SOFTWARE, 'Ready'],
      [KEPT_ALIVE, SOFTWARE, 'Ready'],
    ]);
    expect(lines).toHaveLength(4);
    expect(numbers).toEqual([
      {
        roleKey: SOFTWARE,
        name: 'Jira',
        seats: 11,
        active: 6,
        inactive: 5,
        unknown: 0,
        candidates: 3,
        excluded: 0,
        wouldPropose: 0,
      },
      {
        roleKey: DESK,
        name: 'Jira Service Management',
        seats: 1,
        active: 0,
        inactive: 1,
        unknown: 0,
        candidates: 1,
        excluded: 0,
        wouldPropose: 0,
      },
    ]);
    expect(runs.map((run) => run?.status)).toEqual(['Complete', 'Complete', 'Complete', undefined]);
  });

  test('takes back what can be taken back, keeps the rest and says so', async () => {
    const world = company();
    const profile = await publish(world);
    await deliverAll(world);
    await confirmRules(world, profile.id);
    ok(
      await startReclaim(
        { profileId: profile.id, numbers: 'all-ready', expectedCount: 4, caller: OPERATOR },
        world.ports,
      ),
    );
    await deliverAll(world);
    const { removals, candidates, reported, runs, chainIsWhole } = await finalState(world, profile.id);
    expect(removals).toEqual([
      { groupId: 'g-desk', accountId: 'u-idle-twice' },
      { groupId: 'g-developers', accountId: 'u-idle-twice' },
      { groupId: 'g-software', accountId: 'u-idle' },
      { groupId: 'g-software', accountId: 'u-idle-twice' },
    ]);
    expect(candidates.map(({ accountId, state }) => [accountId, state])).toEqual([
      ['u-idle', 'Closed Complete'],
      ['u-idle-twice', 'Closed Complete'],
      ['u-idle-twice', 'Closed Complete'],
      [KEPT_ALIVE, 'Attention Required'],
    ]);
    expect(reported).toHaveLength(3);
    expect(new Set(removals.map(({ accountId }) => accountId))).toEqual(new Set(IDLE));
    expect(runs[3]).toMatchObject({ status: 'Complete', counts: { processed: 4, changed: 3, skipped: 1, failed: 0 } });
    expect(chainIsWhole).toBe(true);
  });
});
