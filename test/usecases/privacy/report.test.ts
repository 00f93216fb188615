import { DAY, HOUR } from '../../../src/domain/instant';
import { REPORT_INTERVAL } from '../../../src/domain/privacy/known-person';
import { INSTALLATION } from '../../../src/domain/scheduled-job';
import { Failure } from '../../../src/ports/failures';
import type { Ports } from '../../../src/ports/ports';
import { startDueReport } from '../../../src/usecases/privacy/start-due-report';
import { runJobNow } from '../../../src/usecases/run-job-now';
import { deliverAll } from '../../fakes/deliver';
import { World } from '../../fakes/world';
import { onForge } from '../../ports/platforms';

const PEOPLE = Array.from({ length: 3000 }, (_, n) => `account-${n}`);

/** A world whose storage names 3,000 people. */
async function populated() {
  const world = new World();
  const { activity, personalData, knownPeople, people } = onForge();
  const ports: Ports = Object.assign(world.ports, { activity, personalData, knownPeople, people });
  await activity.setBucketCount(1);
  const rows = PEOPLE.map((accountId) => ({ accountId, assignedAt: null, lastByKind: {} }));
  await activity.writeBucket(1, 0, rows);
  const reported = () => world.accounts.reports.flat();
  const latest = () => ports.runs.findLatest(INSTALLATION.id, 'report');
  return { world, ports, reported, latest };
}

test('everybody is reported once in a run, at most 90 at a time, and again within 7 days', async () => {
  const { world, ports, reported, latest } = await populated();
  expect(await startDueReport(ports)).toBe(1);
  await deliverAll(world);
  expect(reported().sort()).toEqual([...PEOPLE].sort());
  expect(world.accounts.reports.length).toBeLessThan(50);
  expect(await latest()).toMatchObject({ status: 'Complete', counts: { processed: 3000 } });

  world.clock.advance(REPORT_INTERVAL - HOUR);
  expect(await startDueReport(ports)).toBe(0);
  world.clock.advance(HOUR);
  expect(await startDueReport(ports)).toBe(1);
  await deliverAll(world);
  expect(reported()).toHaveLength(6000);
  expect(REPORT_INTERVAL + 2 * DAY).toBeLessThanOrEqual(7 * DAY);
});

test('a report that is hindered in the middle goes on where it was', async () => {
  const { world, ports, reported, latest } = await populated();
  world.accounts.news.set('account-7', 'closed').set('account-8', 'updated');
  let reports = 0;
  world.accounts.before = () => {
    reports += 1;
    if (reports % 3 === 0) throw new Failure('jira-unavailable', 'cut off');
  };
  await startDueReport(ports);
  await deliverAll(world);
  expect(new Set(reported())).toEqual(new Set(PEOPLE));
  // What was told before it was hindered is not told again.
  expect(reported()).toHaveLength(3000);
  expect(await latest()).toMatchObject({ status: 'Complete' });
  expect((await ports.runs.list({})).runs.map(({ kind }) => kind)).toContain('erase');
  expect(await ports.people.findPseudonym('account-7')).toBeUndefined();
  expect((await ports.activity.readBucket(1, 0)).map(({ accountId }) => accountId)).not.toContain('account-7');
  expect(await ports.activity.readBucket(1, 0)).toHaveLength(2999);
});

test('a job that is paused reports nothing by itself', async () => {
  const { ports } = await populated();
  await ports.pauses.add({ jobId: 'installation.report', pausedBy: 'u-1', pausedAt: 0 });
  expect(await startDueReport(ports)).toBe(0);
  expect(await runJobNow({ jobId: 'installation.report', caller: 'u-1' }, ports)).toMatchObject({ ok: true });
});
