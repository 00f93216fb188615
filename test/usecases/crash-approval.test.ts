import { HOUR, MINUTE } from '../../src/domain/instant';
import { requestReclaim } from '../../src/usecases/request-reclaim';
import { wakeStalledRuns } from '../../src/usecases/wake-stalled-runs';
import { IDLE } from '../fakes/company';
import { crashing, Killed, type Kill } from '../fakes/crashing';
import { deliverAll } from '../fakes/deliver';
import { APPROVER, askFor, ASKER, decide, limitedTo, OTHER, READY, removedPeople } from '../fakes/second-person';
import type { World } from '../fakes/world';

const SURVIVES: Kill = { atCall: Infinity, when: 'before' };

/** A request whose approval is cut off at one call. Answers how many calls there were. */
async function cutOff(kill: Kill) {
  const { world, profile } = await limitedTo(0);
  const request = await askFor(world, profile.id);
  const { ports, calls } = crashing(world.ports, kill);
  const first = await decide(request, { by: OTHER, approve: true }, ports).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
    return undefined;
  });
  return { world, request, profile, first, calls: calls() };
}

async function settle(world: World): Promise<void> {
  await deliverAll(world);
  world.clock.advance(HOUR);
  await wakeStalledRuns(world.ports);
  await deliverAll(world);
}

const runsOf = async (world: World) => (await world.runs.list({})).runs.filter(({ kind }) => kind === 'reclaim');
const approvals = (world: World) =>
  world.evidence
    .all()
    .filter(({ kind }) => kind === 'reclaim-approved')
    .map(({ by }) => by);

async function everyCut(check: (kill: Kill) => Promise<void>): Promise<void> {
  const { calls } = await cutOff(SURVIVES);
  expect(calls).toBeGreaterThan(20);
  // Before the next call is after this one.
  for (let atCall = 1; atCall <= calls; atCall += 1) await check({ atCall, when: 'after' });
}

test('an approval that was cut off is finished by who gave it, once', async () => {
  await everyCut(async (kill) => {
    const { world, request } = await cutOff(kill);
    await decide(request, { by: OTHER, approve: true }, world.ports);
    await settle(world);
    const runs = await runsOf(world);
    expect({ kill, runs: runs.map(({ requestedBy }) => requestedBy) }).toEqual({ kill, runs: [OTHER] });
    expect({ kill, approvals: approvals(world), removed: removedPeople(world) }).toEqual({
      kill,
      approvals: [OTHER],
      removed: [APPROVER, ...IDLE],
    });
  });
}, 60_000);

test('an approval that was cut off is taken over by somebody else, who then stands for it, once nobody can be at it', async () => {
  await everyCut(async (kill) => {
    const { world, request } = await cutOff(kill);
    world.clock.advance(21 * MINUTE);
    await decide(request, { by: APPROVER, approve: true }, world.ports);
    await settle(world);
    const runs = await runsOf(world);
    expect({ kill, runs: runs.length }).toEqual({ kill, runs: 1 });
    expect(approvals(world).at(-1)).toBe(runs[0]?.requestedBy);
  });
}, 60_000);

test('an approval that was cut off and then withdrawn starts nothing later', async () => {
  let claimed = 0;
  await everyCut(async (kill) => {
    const { world, request, profile } = await cutOff(kill);
    const withdraw = () => decide(request, { by: ASKER, approve: false }, world.ports);
    const [stored] = (await world.reclaimRequests.find(profile.id)).requests;
    // As long as the process that approved may still be alive, nobody says that nothing begins.
    if (stored?.decision) {
      claimed += 1;
      expect({ kill, withdrawn: (await withdraw()).ok }).toEqual({ kill, withdrawn: false });
    }
    world.clock.advance(21 * MINUTE);
    const withdrawn = await withdraw();
    await settle(world);
    expect({ kill, runs: (await runsOf(world)).length }).toEqual({ kill, runs: withdrawn.ok ? 0 : 1 });
  });
  expect(claimed).toBeGreaterThan(3);
}, 60_000);

test('a request that was cut off is told at the latest with its approval, once', async () => {
  let stored = 0;
  for (let atCall = 1; atCall <= 40; atCall += 1) {
    const { world, profile } = await limitedTo(0);
    const wanted = { profileId: profile.id, numbers: 'all-ready', expectedCount: READY, caller: ASKER } as const;
    const { ports } = crashing(world.ports, { atCall, when: 'after' });
    await requestReclaim(wanted, ports).catch(() => undefined);
    const [request] = (await world.reclaimRequests.find(profile.id)).requests;
    if (!request) continue;
    stored += 1;
    await decide(request, { by: OTHER, approve: true }, world.ports);
    const kinds = world.evidence.all().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'reclaim-requested')).toHaveLength(1);
    expect(kinds.indexOf('reclaim-requested')).toBeLessThan(kinds.indexOf('reclaim-approved'));
  }
  expect(stored).toBeGreaterThan(1);
}, 60_000);
