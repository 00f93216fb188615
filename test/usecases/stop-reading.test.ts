import { Failure } from '../../src/ports/failures';
import { HOUR, MINUTE } from '../../src/domain/instant';
import { cancelRun } from '../../src/usecases/cancel-run';
import { runJobNow } from '../../src/usecases/run-job-now';
import { advanceRun } from '../../src/usecases/advance-run';
import { company, ok, OPERATOR, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';

const KINDS = ['download', 'activity', 'evaluate'] as const;
/** A call that each of them makes, and during which somebody stops it. */
const CALL = { download: 'readMembers', activity: 'readIssues', evaluate: 'findAccounts' } as const;

test.each(['download', 'activity'] as const)('%s is stopped while it works, and can be run again', async (kind) => {
  const world = company();
  const profile = await publish(world);
  let stopped = false;
  world.jira.failure = (operation) => {
    if (operation !== CALL[kind] || stopped) return undefined;
    stopped = true;
    void world.runs
      .findLatest(profile.id, kind)
      .then((run) => cancelRun({ runId: run?.id ?? '', caller: OPERATOR }, world.ports));
    return undefined;
  };
  await deliverAll(world);
  const run = await world.runs.findLatest(profile.id, kind);
  expect(run).toMatchObject({ status: 'Failed', closed: true, summary: expect.stringContaining('stopped') as string });
  world.clock.advance(MINUTE);
  ok(await runJobNow({ jobId: `${profile.id}.${kind}`, caller: OPERATOR }, world.ports));
  await deliverAll(world);
  expect((await finalState(world, profile.id)).candidates).toHaveLength(4);
});

test.each(KINDS)('%s that waits is stopped, and its message changes nothing any more', async (kind) => {
  const world = company();
  const profile = await publish(world);
  await deliverAll(world);
  world.clock.advance(HOUR);
  const { id } = ok(await runJobNow({ jobId: `${profile.id}.${kind}`, caller: OPERATOR }, world.ports));
  ok(await cancelRun({ runId: id, caller: OPERATOR }, world.ports));
  const stopped = await world.runs.find(id);
  expect(stopped).toMatchObject({ status: 'Failed', closed: true });
  const message = world.queue.takeNext()?.message;
  if (message) await advanceRun(message, world.ports);
  expect(await world.runs.find(id)).toEqual(stopped);
  expect(await cancelRun({ runId: id, caller: OPERATOR }, world.ports)).toMatchObject({ ok: false });
});

test('a refusal that passes within minutes is no result', async () => {
  const world = company();
  const profile = await publish(world);
  let refusals = 2;
  world.jira.failure = (operation) => {
    if (operation !== 'readMembers' || refusals === 0) return undefined;
    refusals -= 1;
    return new Failure('jira-refused', 'Not now.');
  };
  await deliverAll(world);
  const run = await world.runs.findLatest(profile.id, 'download');
  expect(run).toMatchObject({ status: 'Complete' });
  expect((run?.finishedAt ?? 0) - (run?.createdAt ?? 0)).toBeLessThan(HOUR);
});

test('a refusal that stays is a result within the hour', async () => {
  const world = company();
  const profile = await publish(world);
  world.jira.failure = (operation) => (operation === 'readMembers' ? new Failure('jira-refused', 'Never.') : undefined);
  await deliverAll(world);
  const run = await world.runs.findLatest(profile.id, 'download');
  expect(run).toMatchObject({ status: 'Failed', summary: expect.stringContaining('Never.') as string });
  expect((run?.finishedAt ?? 0) - (run?.createdAt ?? 0)).toBeLessThan(HOUR);
});
