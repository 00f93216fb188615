import fc from 'fast-check';
import '../fakes/property-seed';
import { DAY, HOUR, MINUTE } from '../../src/domain/instant';
import type { JobMessage } from '../../src/ports/job-queue';
import { advanceRun } from '../../src/usecases/advance-run';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { wakeStalledRuns } from '../../src/usecases/wake-stalled-runs';
import { company, confirmRules, ok, OPERATOR, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import type { World } from '../fakes/world';

/** The platform delivers a message again for up to a day, whatever has been decided since. */
const LATEST_REPEAT = 24 * HOUR;

/** Every message that was ever pushed, and when. */
function recordMessages({ queue, clock }: World) {
  const all: { readonly message: JobMessage; readonly at: number }[] = [];
  const push = queue.push.bind(queue);
  queue.push = (message, lane, delay) => {
    all.push({ message, at: clock.now() });
    return push(message, lane, delay);
  };
  return all;
}

/** A day of jobs, a batch of removals and its restore, then another day; in between old messages come once more. */
async function twoDays(repeats: readonly number[]) {
  const world = company();
  world.jira.callMs = 5 * MINUTE;
  const pushed = recordMessages(world);
  const rest = [...repeats];
  let asked = 0;
  world.jira.meanwhile = () => Promise.resolve(void (asked += 1));
  const repeatSome = async () => {
    const young = pushed.filter(({ at }) => at >= world.clock.now() - LATEST_REPEAT);
    for (const n of rest.splice(0, 6)) {
      const { message } = young[n % Math.max(1, young.length)] ?? {};
      if (message) await advanceRun(message, world.ports);
    }
    await deliverAll(world);
  };
  const profile = await publish(world);
  await deliverAll(world);
  await confirmRules(world, profile.id);
  await repeatSome();
  const ready = world.candidates.all().filter(({ state }) => state === 'Ready').length;
  const batch = { profileId: profile.id, caller: OPERATOR } as const;
  const run = ok(await startReclaim({ ...batch, numbers: 'all-ready', expectedCount: ready }, world.ports));
  await deliverAll(world);
  world.clock.advance(5 * HOUR);
  await repeatSome();
  const expectedCount = world.candidates.all().filter(({ state }) => state === 'Closed Complete').length;
  ok(await startRestore({ ...batch, of: { runId: run.id }, expectedCount }, world.ports));
  await deliverAll(world);
  world.clock.advance(9 * HOUR);
  await wakeStalledRuns(world.ports);
  await repeatSome();
  world.clock.advance(DAY - 14 * HOUR);
  await startDueJobs(world.ports);
  await repeatSome();
  const { runs } = await world.runs.list({});
  const written = runs.map(({ id, revision, finishedAt }) => ({ id, revision, finishedAt }));
  return { ...(await finalState(world, profile.id)), written, told: world.evidence.all().length, asked };
}

test('a message that the queue delivers once more, hours later, changes nothing, and Jira is not asked again', async () => {
  const expected = await twoDays([]);
  expect(expected.removals.length).toBeGreaterThan(2);
  expect(expected.restored.length).toBeGreaterThan(2);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(999), { minLength: 12, maxLength: 24 }), async (repeats) => {
      expect(await twoDays(repeats)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
