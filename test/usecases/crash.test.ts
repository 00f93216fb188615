import { startReclaim } from '../../src/usecases/start-reclaim';
import { wakeStalledRuns } from '../../src/usecases/wake-stalled-runs';
import { HOUR, MINUTE } from '../../src/domain/instant';
import type { Ports } from '../../src/ports/ports';
import { company, confirmRules, ok, OPERATOR, publish } from '../fakes/company';
import { killOnce, STRIDE, type Kill } from '../fakes/crashing';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import type { World } from '../fakes/world';

interface Disturbance {
  readonly kill: Kill;
  /** Slow calls make a run take many bursts. */
  readonly callMs: number;
  /** Work items that make asking about silent people the cheaper search. */
  readonly otherIssues: number;
  /** A lost message is only made up for by the hourly watchdog. */
  readonly redeliver: boolean;
}

const UNDISTURBED: Disturbance = {
  kill: { atCall: Infinity, when: 'before' },
  callMs: 0,
  redeliver: true,
  otherIssues: 0,
};

/** Runs download → activity → evaluate → reclaim; the process that makes the fatal call is killed once. */
async function runThrough({ kill, callMs, redeliver, otherIssues }: Disturbance) {
  const world = company();
  world.jira.otherIssues = otherIssues;
  const profile = await publish(world);
  world.jira.callMs = callMs;
  const killer = killOnce(world.ports, kill);
  await settle(world, killer.portsOf, redeliver);
  await confirmRules(world, profile.id);
  const ready = world.candidates.all().filter(({ state }) => state === 'Ready').length;
  const reclaim = { profileId: profile.id, numbers: 'all-ready', expectedCount: ready, caller: OPERATOR } as const;
  await confirmRules(world, profile.id);
  ok(await startReclaim(reclaim, world.ports));
  await settle(world, killer.portsOf, redeliver);
  return { state: await finalState(world, profile.id), calls: killer.calls() };
}

async function settle(world: World, portsOf: () => Ports, redeliver: boolean): Promise<void> {
  await deliverAll(world, { portsOf, redeliver });
  if (redeliver) return;
  world.clock.advance(HOUR);
  await wakeStalledRuns(world.ports);
  await deliverAll(world, { portsOf });
}

describe.each([
  { name: 'one burst per run, the platform delivers again', callMs: 0, redeliver: true, everyNth: 1, otherIssues: 0 },
  { name: 'one burst per run, only the watchdog helps', callMs: 0, redeliver: false, everyNth: 3, otherIssues: 0 },
  { name: 'many bursts per run', callMs: 5 * MINUTE, redeliver: true, everyNth: 4, otherIssues: 0 },
  { name: 'asking about silent people', callMs: 0, redeliver: true, everyNth: 2, otherIssues: 100_000 },
  { name: 'asking in many bursts', callMs: 5 * MINUTE, redeliver: true, everyNth: 5, otherIssues: 100_000 },
])('a process that is killed: $name', ({ callMs, redeliver, everyNth, otherIssues }) => {
  test.each(['before', 'after'] as const)('%s any call took effect: the end is the same', async (when) => {
    const reference = await runThrough({ ...UNDISTURBED, callMs, otherIssues });
    expect(reference.calls).toBeGreaterThan(200);
    expect(reference.state.removals).toHaveLength(4);
    for (let atCall = 1; atCall <= reference.calls; atCall += everyNth * STRIDE[when]) {
      const { state } = await runThrough({ kill: { atCall, when }, callMs, redeliver, otherIssues });
      expect({ atCall, ...state }).toEqual({ atCall, ...reference.state });
    }
  });
});
