import type { JobKind } from '../../src/domain/job-run';
import { HOUR, type Instant } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import { overviewView } from '../../src/entry/overview-view';
import { deleteProfile } from '../../src/usecases/delete-profile';
import { listJobs } from '../../src/usecases/list-jobs';
import { pauseJob, resumeJob } from '../../src/usecases/pause-job';
import { readOverview } from '../../src/usecases/read-overview';
import { runJobNow } from '../../src/usecases/run-job-now';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { company, ok, OPERATOR, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const KINDS = ['download', 'activity', 'evaluate'] as const;

async function running() {
  const world = company();
  const profile = await publish(world);
  await deliverAll(world);
  const of = (kind: JobKind) => ({ jobId: `${profile.id}.${kind}`, caller: OPERATOR });
  return { world, profile, of, counts: () => runsOf(world) };
}

/** How many runs of each kind there were. */
async function runsOf(world: World) {
  const { runs } = await world.runs.list({});
  return KINDS.map((kind) => runs.filter((run) => run.kind === kind).length);
}

/** Works on what is due by then. */
async function deliverUntil(world: World, until: Instant): Promise<void> {
  await deliverAll(world, { choose: (waiting) => waiting.find(({ deliverAt }) => deliverAt <= until) });
}

async function days(world: World, count: number): Promise<void> {
  for (let hour = 0; hour < count * 24; hour += 1) {
    world.clock.advance(HOUR);
    await startDueJobs(world.ports);
    await deliverAll(world);
  }
}

test('a paused download does not start by itself; after it is resumed the missed turns are made up for once', async () => {
  const { world, of, counts } = await running();
  ok(await pauseJob(of('download'), world.ports));
  await days(world, 5);
  expect(await counts()).toEqual([1, 1, 1]);
  ok(await resumeJob(of('download'), world.ports));
  await days(world, 0.5);
  expect(await counts()).toEqual([2, 2, 2]);
  await days(world, 1);
  expect(await counts()).toEqual([3, 3, 3]);
});

test.each([
  ['activity', [4, 1, 1], [4, 2, 2]],
  ['evaluate', [4, 4, 1], [4, 4, 2]],
] as const)('a paused %s job misses its turns, and makes up for them once', async (kind, paused, resumed) => {
  const { world, of, counts } = await running();
  ok(await pauseJob(of(kind), world.ports));
  await days(world, 3);
  expect(await counts()).toEqual(paused);
  ok(await resumeJob(of(kind), world.ports));
  await days(world, 0.5);
  expect(await counts()).toEqual(resumed);
});

test('what was run by hand meanwhile is not made up for again', async () => {
  const { world, of, counts } = await running();
  ok(await pauseJob(of('evaluate'), world.ports));
  await days(world, 1);
  ok(await runJobNow(of('evaluate'), world.ports));
  await deliverAll(world);
  const before = await counts();
  ok(await resumeJob(of('evaluate'), world.ports));
  await startDueJobs(world.ports);
  expect(await counts()).toEqual(before);
});

test('what is still under way is not started once more; its next turn comes when it is over', async () => {
  const { world, counts } = await running();
  const allowed = world.clock.now() + 3 * 24 * HOUR;
  world.jira.failure = (operation) =>
    operation === 'readIssues' && world.clock.now() < allowed
      ? new Failure('points-spent', 'used up', { retryAt: allowed })
      : undefined;
  for (let hour = 0; hour < 71; hour += 1) {
    world.clock.advance(HOUR);
    await startDueJobs(world.ports);
    await deliverUntil(world, world.clock.now());
  }
  expect(await counts()).toEqual([3, 2, 1]);
  await days(world, 0.5);
  expect(await counts()).toEqual([4, 3, 3]);
});

test('nothing is made up for that was never paused', async () => {
  const { world, counts } = await running();
  await startDueJobs(world.ports);
  expect(await counts()).toEqual([1, 1, 1]);
});

test.each(KINDS)('while the download is paused, %s can be run by hand and leads on', async (kind) => {
  const { world, of, counts } = await running();
  ok(await pauseJob(of('download'), world.ports));
  world.clock.advance(HOUR);
  ok(await runJobNow(of(kind), world.ports));
  await deliverAll(world);
  expect(await counts()).toEqual(KINDS.map((each) => (KINDS.indexOf(each) >= KINDS.indexOf(kind) ? 2 : 1)));
});

test('a run that is under way goes on while its job is paused', async () => {
  const world = company();
  const profile = await publish(world);
  ok(await pauseJob({ jobId: `${profile.id}.download`, caller: OPERATOR }, world.ports));
  await deliverAll(world);
  expect(await world.runs.findLatest(profile.id, 'evaluate')).toMatchObject({ status: 'Complete' });
});

test('is shown with who paused it, is on record once, and says on the overview that data grows old', async () => {
  const { world, of } = await running();
  const health = async () => overviewView(await readOverview(world.ports), [], world.clock.now()).health;
  expect((await health()).notes.join()).not.toContain('paused');
  const at = world.clock.now();
  const pause = { jobId: of('download').jobId, pausedBy: OPERATOR, pausedAt: at };
  expect(ok(await pauseJob(of('download'), world.ports))).toMatchObject({ pause, nextAt: undefined });
  world.clock.advance(HOUR);
  expect(ok(await pauseJob({ ...of('download'), caller: 'u-other' }, world.ports))).toMatchObject({ pause });
  expect((await listJobs(world.ports)).map((job) => job.pause !== undefined)).toEqual([true, false, false, false]);
  expect(await health()).toMatchObject({ state: 'incomplete' });
  expect((await health()).notes.join()).toContain('SAM - Refresh Jira Subscriptions has been paused since 2026-11-23');
  expect(ok(await resumeJob(of('download'), world.ports)).pause).toBeUndefined();
  ok(await resumeJob(of('download'), world.ports));
  const told = world.evidence.all().filter(({ kind }) => kind === 'job-paused' || kind === 'job-resumed');
  expect(told).toMatchObject([
    { kind: 'job-paused', by: OPERATOR },
    { kind: 'job-resumed', by: OPERATOR },
  ]);
});

test('a job that does not exist can’t be paused, and a deleted profile leaves no pause behind', async () => {
  const { world, profile, of } = await running();
  expect(await pauseJob({ jobId: 'p-9.download', caller: OPERATOR }, world.ports)).toMatchObject({ code: 'not-found' });
  expect(await resumeJob({ jobId: 'p-9.download', caller: OPERATOR }, world.ports)).toMatchObject({
    code: 'not-found',
  });
  ok(await pauseJob(of('activity'), world.ports));
  ok(await deleteProfile({ profileId: profile.id, revision: profile.revision, caller: OPERATOR }, world.ports));
  await deliverAll(world);
  expect(await world.pauses.list()).toEqual([]);
});
