import { MINUTE } from '../../src/domain/instant';
import { firstBreak } from '../../src/domain/evidence';
import { cancelRun } from '../../src/usecases/cancel-run';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { ok } from '../fakes/company';
import { killOnce, STRIDE, type Kill } from '../fakes/crashing';
import { CALLER, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import { sha256, type World } from '../fakes/world';

const NEVER: Kill = { atCall: Infinity, when: 'before' };
const READY = 4;

async function reclaimStarted() {
  const { world, profile } = await decided();
  const all = { profileId: profile.id, numbers: 'all-ready', expectedCount: READY, caller: CALLER } as const;
  return { world, profile, run: ok(await startReclaim(all, world.ports)) };
}

/** Everybody is taken back undisturbed, then given back; the process that makes the fatal call is killed once. */
async function restoreThrough(kill: Kill, callMs: number) {
  const { world, profile, run } = await reclaimStarted();
  await deliverAll(world);
  const of = { runId: run.id };
  const restore = { profileId: profile.id, of, expectedCount: world.candidates.all().filter(isRemoved).length };
  ok(await startRestore({ ...restore, caller: CALLER }, world.ports));
  world.jira.callMs = callMs;
  const killer = killOnce(world.ports, kill);
  await deliverAll(world, { portsOf: killer.portsOf });
  return { state: await finalState(world, profile.id), calls: killer.calls() };
}

const isRemoved = ({ state, groupsRemoved }: { state: string; groupsRemoved: readonly string[] | null }) =>
  state === 'Closed Complete' && groupsRemoved !== null;

describe.each([
  { name: 'in one burst', callMs: 0 },
  { name: 'in many bursts', callMs: 5 * MINUTE },
])('a process that is killed while seats are given back $name', ({ callMs }) => {
  test.each(['before', 'after'] as const)('%s any call took effect: the end is the same', async (when) => {
    const reference = await restoreThrough(NEVER, callMs);
    expect(reference.state.restored).toHaveLength(3);
    for (let atCall = 1; atCall <= reference.calls; atCall += STRIDE[when]) {
      const { state } = await restoreThrough({ atCall, when }, callMs);
      expect({ atCall, ...state }).toEqual({ atCall, ...reference.state });
    }
  });
});

/** Nobody is between two states, nothing was taken or given back twice, and everything is told once. */
async function expectCoherent(world: World, profileId: string): Promise<void> {
  const { removals, reported, restored, members, ends, open } = await finalState(world, profileId);
  expect(open).toBe(0);
  expect(new Set(ends).size).toBe(ends.length);
  expect(firstBreak(world.evidence.all(), sha256)).toBeUndefined();
  const gone = world.candidates.all().filter(isRemoved);
  expect(reported).toHaveLength(gone.length);
  expect(restored).toHaveLength(gone.filter((each) => each.restored).length);
  const groupsOf = new Map(members.map(([accountId, ...groups]) => [accountId, groups]));
  for (const { accountId, groupsRemoved, restored: back, state } of world.candidates.all()) {
    if (state !== 'Closed Complete') expect(['Ready', 'Attention Required']).toContain(state);
    const isIn = (id: string) => groupsOf.get(accountId)?.includes(id) ?? false;
    if (groupsRemoved) expect(groupsRemoved.map(isIn)).toEqual(groupsRemoved.map(() => back !== null));
    for (const groupId of groupsRemoved ?? [])
      expect(removals.filter((each) => each.accountId === accountId && each.groupId === groupId)).toHaveLength(1);
  }
}

describe.each(['removeMember', 'addMember'])('a run that is stopped at the first %s', (operation) => {
  async function stopped(kill: Kill) {
    const { world, profile, run } = await reclaimStarted();
    let id = run.id;
    if (operation === 'addMember') {
      await deliverAll(world);
      const of = { runId: run.id };
      id = ok(await startRestore({ profileId: profile.id, of, expectedCount: 3, caller: CALLER }, world.ports)).id;
    }
    world.jira.failure = (call) => {
      if (call.startsWith(operation)) void cancelRun({ runId: id, caller: CALLER }, world.ports);
      return undefined;
    };
    const killer = killOnce(world.ports, kill);
    await deliverAll(world, { portsOf: killer.portsOf });
    return { world, profile, calls: killer.calls(), run: await world.runs.find(id) };
  }

  test.each(['before', 'after'] as const)('and killed %s any call leaves nobody halfway', async (when) => {
    const { calls } = await stopped(NEVER);
    expect(calls).toBeGreaterThan(20);
    for (let atCall = 1; atCall <= calls; atCall += STRIDE[when]) {
      const { world, profile, run } = await stopped({ atCall, when });
      expect({ atCall, status: run?.status }).toEqual({ atCall, status: 'Partial' });
      await expectCoherent(world, profile.id);
    }
  });
});
