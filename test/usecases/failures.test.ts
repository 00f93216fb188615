import { DAY, HOUR, MINUTE } from '../../src/domain/instant';
import { MAX_ATTEMPTS, MAX_WAKE_UPS } from '../../src/domain/job-run';
import { Failure } from '../../src/ports/failures';
import { advanceRun } from '../../src/usecases/advance-run';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { wakeStalledRuns } from '../../src/usecases/wake-stalled-runs';
import { company, publish } from '../fakes/company';
import { crashing, Killed } from '../fakes/crashing';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';

const unavailable = new Failure('jira-unavailable', 'Jira has a problem.');
const download = async (world: ReturnType<typeof company>, profileId: string) =>
  world.runs.findLatest(profileId, 'download');

test('a Jira that is down for a while only makes a run later', async () => {
  const world = company();
  const profile = await publish(world);
  const end = world.clock.now() + 5 * MINUTE;
  world.jira.failure = () => (world.clock.now() < end ? unavailable : undefined);
  await deliverAll(world);
  expect(await download(world, profile.id)).toMatchObject({ status: 'Complete', attempts: 0 });
  expect((await finalState(world, profile.id)).candidates).toHaveLength(4);
});

test('a Jira that stays down ends the run after six tries with growing pauses', async () => {
  const world = company();
  const profile = await publish(world);
  world.jira.failure = () => unavailable;
  await deliverAll(world);
  const run = await download(world, profile.id);
  expect(run).toMatchObject({ status: 'Failed' });
  const pauses = [1, 2, 4, 8, 16];
  expect(pauses).toHaveLength(MAX_ATTEMPTS - 1);
  expect((run?.finishedAt ?? 0) - (run?.createdAt ?? 0)).toBe(pauses.reduce((a, b) => a + b) * MINUTE);
  expect(await world.runs.findLatest(profile.id, 'activity')).toBeUndefined();
});

test('spent points put a run to sleep until the full hour, by messages of at most 15 minutes', async () => {
  const world = company();
  const profile = await publish(world);
  world.ledger.spentUp = true;
  const first = world.queue.takeNext()?.message ?? { runId: '', step: 0 };
  await advanceRun(first, world.ports);
  const asleep = await download(world, profile.id);
  expect(asleep).toMatchObject({ status: 'Waiting', resumesAt: world.clock.now() + HOUR });
  world.ledger.spentUp = false;
  await deliverAll(world);
  const run = await download(world, profile.id);
  expect(run?.status).toBe('Complete');
  expect(run?.finishedAt).toBe(asleep?.resumesAt);
});

test('a bug is thrown on, so that the platform delivers again', async () => {
  const world = company();
  await publish(world);
  world.jira.failure = () => {
    throw new TypeError('a bug');
  };
  const message = world.queue.takeNext()?.message ?? { runId: '', step: 0 };
  await expect(advanceRun(message, world.ports)).rejects.toThrow(TypeError);
});

test.each(['before', 'after'] as const)(
  'starting the day twice, stopped %s any call, is starting it once',
  async (when) => {
    for (let atCall = 1, survived = false; !survived; atCall += 1) {
      const world = company();
      const profile = await publish(world);
      await deliverAll(world);
      world.clock.advanceTo((profile.publishedAt ?? 0) + DAY);
      const { ports } = crashing(world.ports, { atCall, when });
      survived = await startDueJobs(ports).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return false;
        },
      );
      for (let hours = 1; hours <= 2; hours += 1) {
        world.clock.advance(HOUR);
        await wakeStalledRuns(world.ports);
        await startDueJobs(world.ports);
      }
      await deliverAll(world);
      expect(await download(world, profile.id)).toMatchObject({
        id: `${profile.id}.${(profile.publishedAt ?? 0) + DAY}.download`,
        status: 'Complete',
      });
      const { runs } = await world.runs.list({ profileId: profile.id });
      expect(runs.filter((run) => run.kind === 'download')).toHaveLength(2);
    }
  },
);

test('a run that nothing moves is woken a few times and then given up', async () => {
  const world = company();
  const profile = await publish(world);
  for (let wakeUps = 0; wakeUps < MAX_WAKE_UPS; wakeUps += 1) {
    world.queue.waiting = [];
    world.clock.advance(HOUR);
    expect(await wakeStalledRuns(world.ports)).toBe(1);
    expect(world.queue.waiting).toHaveLength(1);
  }
  world.clock.advance(HOUR);
  await wakeStalledRuns(world.ports);
  expect(await download(world, profile.id)).toMatchObject({ status: 'Failed', finishedAt: world.clock.now() });
  expect(await wakeStalledRuns(world.ports)).toBe(0);
});

test('a run that moves is left alone', async () => {
  const world = company();
  await publish(world);
  world.clock.advance(20 * MINUTE);
  expect(await wakeStalledRuns(world.ports)).toBe(0);
  await deliverAll(world);
  world.clock.advance(DAY);
  expect(await wakeStalledRuns(world.ports)).toBe(0);
});
