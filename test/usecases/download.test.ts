import { DAY } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import { generationIdOf } from '../../src/usecases/download-cursor';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { company, OPERATOR, publish } from '../fakes/company';
import { crashing, Killed } from '../fakes/crashing';
import { deliverAll } from '../fakes/deliver';
import { subscriptions } from '../fakes/final-state';
import { advanceRun } from '../../src/usecases/advance-run';

/** A company with a finished first day, to whose second day somebody joined, somebody left and somebody changed groups. */
async function secondDay() {
  const world = company();
  const profile = await publish(world);
  await deliverAll(world);
  world.clock.advanceTo((profile.publishedAt ?? 0) + DAY);
  world.jira.addPerson('u-new', ['g-desk']);
  world.jira.people.get('u-editor')?.groups.delete('g-software');
  world.jira.people.get('u-idle')?.groups.add('g-developers');
  await startDueJobs(world.ports);
  return { world, profile };
}

test('people of the first download have no date, later ones the date of the download that found them', async () => {
  const { world, profile } = await secondDay();
  await deliverAll(world);
  const generation = await world.subscriptions.findCurrent(profile.id);
  const holders = generation ? await world.subscriptions.readBucket(generation, 0) : [];
  expect(holders.find(({ accountId }) => accountId === 'u-idle')?.firstSeen).toBeNull();
  expect(holders.find(({ accountId }) => accountId === 'u-new')?.firstSeen).toBe((profile.publishedAt ?? 0) + DAY);
});

test('counts who joined, left and changed groups', async () => {
  const { world, profile } = await secondDay();
  await deliverAll(world);
  const run = await world.runs.findLatest(profile.id, 'download');
  expect(run?.counts).toMatchObject({ created: 1, left: 1, changed: 1, skipped: 1 });
});

test('knows administrators by groups that are not selected, and leaves apps and deactivated accounts out', async () => {
  const { world, profile } = await secondDay();
  await deliverAll(world);
  const rows = (await subscriptions(world, profile.id))?.rows ?? [];
  const administrators = rows.filter((row) => row.administrator).map((row) => row.accountId);
  expect(administrators).toEqual(['u-idle-admin', OPERATOR]);
  expect(rows.map((row) => row.accountId)).not.toEqual(expect.arrayContaining(['app', 'u-deactivated']));
});

test('stopped anywhere, readers see the download before or the new one, never a part', async () => {
  const reference = await secondDay();
  const before = await subscriptions(reference.world, reference.profile.id);
  await deliverAll(reference.world);
  const after = await subscriptions(reference.world, reference.profile.id);
  expect(after).not.toEqual(before);
  let sawNew = false;
  for (let atCall = 1, survived = false; !survived; atCall += 1) {
    const { world, profile } = await secondDay();
    const { ports } = crashing(world.ports, { atCall, when: 'after' });
    const message = world.queue.takeNext()?.message ?? { runId: '', step: 0 };
    survived = await advanceRun(message, ports).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        return false;
      },
    );
    const seen = await subscriptions(world, profile.id);
    expect([before, after]).toContainEqual(seen);
    const isNew = seen?.people === after?.people && seen?.rows.some((row) => row.accountId === 'u-new') === true;
    expect(isNew || !sawNew).toBe(true); // once it is there it stays
    sawNew = isNew;
  }
  expect(sawNew).toBe(true);
});

test.each([
  ['jira-unavailable', 'Waiting'],
  ['jira-busy', 'Waiting'],
  ['points-spent', 'Waiting'],
  ['jira-refused', 'Waiting'],
  ['jira-changed', 'Waiting'],
] as const)('a page that can’t be read (%s) leaves the download before in place: %s', async (code, status) => {
  const { world, profile } = await secondDay();
  const before = await subscriptions(world, profile.id);
  let calls = 0;
  world.jira.failure = (operation) => {
    if (operation !== 'readMembers') return undefined;
    calls += 1;
    return calls === 4 ? new Failure(code, 'No answer.') : undefined;
  };
  const first = world.queue.takeNext()?.message ?? { runId: '', step: 0 };
  await advanceRun(first, world.ports);
  expect((await world.runs.find(first.runId))?.status).toBe(status);
  expect(await subscriptions(world, profile.id)).toEqual(before);
  expect(await world.runs.findLatest(profile.id, 'activity')).toMatchObject({ finishedAt: profile.publishedAt });
});

test('a selected group that is gone fails the run and says which', async () => {
  const { world, profile } = await secondDay();
  world.jira.groups.splice(0, world.jira.groups.length, ...world.jira.groups.filter(({ id }) => id !== 'g-desk'));
  await deliverAll(world);
  const run = await world.runs.findLatest(profile.id, 'download');
  expect(run).toMatchObject({ status: 'Failed', summary: expect.stringContaining('g-desk') as string });
});

test('deletes what a process staged that died before the run could name it', async () => {
  const world = company();
  await publish(world);
  const [run] = await world.runs.listOpen();
  const page = { groupId: 'g-software', attempt: 1, accountIds: ['u-idle'], others: [] };
  await world.subscriptions.stage(run ? generationIdOf(run) : '', [page]);
  expect(world.subscriptions.garbage()).toHaveLength(1);
  await deliverAll(world);
  expect(world.subscriptions.garbage()).toEqual([]);
});
