import { DAY, HOUR, MINUTE } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import type { Ports } from '../../src/ports/ports';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { wakeStalledRuns } from '../../src/usecases/wake-stalled-runs';
import { company, publish } from '../fakes/company';
import { crashing } from '../fakes/crashing';
import { deliverAll } from '../fakes/deliver';
import type { QueuedMessage } from '../fakes/memory-queue';
import type { World } from '../fakes/world';

const unavailable = new Failure('jira-unavailable', 'Jira has a problem.');
const ends = ({ evidence }: World) =>
  evidence
    .all()
    .filter(({ kind }) => kind === 'job-finished')
    .map(({ details }) => [details['kind'], details['status']]);

/** Jira lists some members and then is down for good. */
async function interrupted() {
  const world = company();
  const profile = await publish(world);
  let pages = 0;
  world.jira.failure = (operation) => {
    if (operation === 'readMembers') pages += 1;
    return pages > 3 ? unavailable : undefined;
  };
  return { world, profile };
}

/** What is due next; a message that waits in vain for one that was lost is not waited for longer than this. */
function dueWithin({ clock }: World, time: number): (waiting: readonly QueuedMessage[]) => QueuedMessage | undefined {
  const end = clock.now() + time;
  return (waiting) => [...waiting].sort((a, b) => a.deliverAt - b.deliverAt).find(({ deliverAt }) => deliverAt < end);
}

test('a download that fails again and again leaves no pages behind', async () => {
  const { world, profile } = await interrupted();
  await deliverAll(world);
  expect(await world.runs.findLatest(profile.id, 'download')).toMatchObject({ status: 'Failed', closed: true });
  expect(world.subscriptions.garbage()).toEqual([]);
  expect(ends(world)).toEqual([['download', 'Failed']]);
});

test('a list that readers see is never deleted with what a failed download left', async () => {
  const { world, profile } = await interrupted();
  world.jira.failure = () => undefined;
  await deliverAll(world);
  const before = await world.subscriptions.findCurrent(profile.id);
  world.jira.failure = () => unavailable;
  world.clock.advance(DAY);
  await startDueJobs(world.ports);
  await deliverAll(world);
  expect(await world.runs.findLatest(profile.id, 'download')).toMatchObject({ status: 'Failed' });
  expect(await world.subscriptions.findCurrent(profile.id)).toEqual(before);
  if (!before) throw new Error('no list');
  await expect(world.subscriptions.readBucket(before, 0)).resolves.not.toHaveLength(0);
});

describe.each([
  ['delivered again', true],
  ['lost, so that only the watchdog helps', false],
])('a process that fails for good and is stopped at any call; its message is %s', (_what, redeliver) => {
  test.each(['before', 'after'] as const)('%s it took effect: its pages go and its end is told once', async (when) => {
    for (let atCall = 1, survived = false; !survived; atCall += 3) {
      const { world, profile } = await interrupted();
      let before = 0;
      let process = crashing(world.ports, { atCall, when });
      const portsOf = (): Ports => {
        before += process.calls();
        process = crashing(world.ports, { atCall: atCall - before, when });
        return process.ports;
      };
      await deliverAll(world, { portsOf, redeliver, choose: dueWithin(world, 45 * MINUTE) });
      survived = before + process.calls() < atCall;
      for (let hour = 0; hour < 3; hour += 1) {
        world.clock.advance(HOUR);
        await wakeStalledRuns(world.ports);
        await deliverAll(world, { choose: dueWithin(world, 45 * MINUTE) });
      }
      const run = await world.runs.findLatest(profile.id, 'download');
      expect({ atCall, status: run?.status, closed: run?.closed }).toEqual({ atCall, status: 'Failed', closed: true });
      expect({ atCall, garbage: world.subscriptions.garbage() }).toEqual({ atCall, garbage: [] });
      expect({ atCall, ends: ends(world) }).toEqual({ atCall, ends: [['download', 'Failed']] });
      expect(await world.runs.listOpen()).toEqual([]);
    }
  });
});

test('every unfinished run is looked after, not only the latest of its kind', async () => {
  const world = company();
  const profile = await publish(world);
  const [first] = world.queue.waiting;
  const older = await world.runs.findLatest(profile.id, 'download');
  if (!first || !older) throw new Error('nothing was started');
  world.queue.waiting = [];
  const newer = { ...older, id: `${profile.id}.later.download`, createdAt: older.createdAt + HOUR };
  await world.runs.create({ ...newer, status: 'Complete', finishedAt: newer.createdAt, closed: true });
  await world.runs.markLatest(newer);
  world.clock.advance(2 * HOUR);
  expect(await wakeStalledRuns(world.ports)).toBe(1);
  expect(world.queue.waiting.map(({ message }) => message.runId)).toEqual([older.id]);
  expect((await world.runs.findLatest(profile.id, 'download'))?.id).toBe(newer.id);
});

test('what the watchdog gives up is told and tidied up too', async () => {
  const { world, profile } = await interrupted();
  for (let hour = 0; hour < 7; hour += 1) {
    world.queue.waiting = [];
    world.clock.advance(HOUR);
    await wakeStalledRuns(world.ports);
  }
  expect(await world.runs.findLatest(profile.id, 'download')).toMatchObject({ status: 'Failed', closed: true });
  expect(ends(world)).toEqual([['download', 'Failed']]);
  expect(await world.runs.listOpen()).toEqual([]);
});
