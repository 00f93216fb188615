import '../ports/forge-globals';
import { guard } from '../../src/entry/guard';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { ok } from '../fakes/company';
import { CALLER, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';

test('who confirms a restore of many is on record, with the run that does it', async () => {
  const { world, profile } = await decided();
  const all = { numbers: 'all-ready', expectedCount: 4, caller: CALLER } as const;
  const { id } = ok(await startReclaim({ profileId: profile.id, ...all }, world.ports));
  await deliverAll(world);
  const app = { appId: 'a', environmentId: 'e', installationId: 'i', version: '1' };
  const input = { profileId: profile.id, of: { runId: id }, expectedCount: 3 };
  const visitor = { accountId: CALLER, cloudId: 'cloud', app };
  expect(await guard('startRestore', input, visitor, world.ports)).toMatchObject({ ok: true });
  const run = await world.runs.findLatest(profile.id, 'restore');
  const started = world.evidence.all().filter(({ kind }) => kind === 'restore-started');
  expect(started).toMatchObject([{ by: CALLER, details: { profileId: profile.id, count: 3, runId: run?.id } }]);
  expect(started[0]?.text).toContain(run?.number);
});
