import { FULL_LOG } from '../../../src/domain/retention/log-start';
import { DAY, HOUR } from '../../../src/domain/instant';
import { newRun, type JobKind } from '../../../src/domain/job-run';
import { deleteOldEvidence } from '../../../src/usecases/retention/delete-old-evidence';
import { saveRetention } from '../../../src/usecases/retention/save-retention';
import { readPersonActivity } from '../../../src/usecases/read-person-activity';
import { readEvidence } from '../../../src/usecases/verify-evidence';
import { evidence } from '../../ports/records';
import { addCandidate, OLD, proof, worldWith } from '../../fakes/retention';
import { World } from '../../fakes/world';

test('nothing is deleted while evidence is kept for good', async () => {
  const world = await worldWith(30);
  await saveRetention({ caller: 'admin', revision: 1, months: null }, world.ports);
  expect(await deleteOldEvidence(world.ports)).toBe(0);
  expect(world.evidence.all()).toHaveLength(32);
});

test('old entries go, the log is proven from the recorded start on, and an export too', async () => {
  const world = await worldWith(30);
  expect(await deleteOldEvidence(world.ports)).toBe(30);
  expect(world.evidence.all().map(({ kind }) => kind)).toEqual(['evidence-retention-saved', 'evidence-deleted']);
  expect(await proof(world)).toMatchObject({ broken: undefined, isDone: true, start: { sequence: 30 } });
  const { entries, start } = await readEvidence({ first: 1 }, world.ports);
  expect(entries).toEqual(world.evidence.all());
  expect(start.sequence).toBe(30);
});

test('a person’s activity still tells since when events are heard', async () => {
  const world = await worldWith(30);
  const known = () => readPersonActivity({ profileId: 'p-1', accountId: 'u-1' }, world.ports);
  const { eventsFrom } = await known();
  expect(eventsFrom).toBe(world.clock.now() - OLD + 1);
  await deleteOldEvidence(world.ports);
  expect((await known()).eventsFrom).toBe(eventsFrom);
});

test('entries that were taken out behind a start that nobody recorded show', async () => {
  const world = await worldWith(30);
  const last = world.evidence.all()[19];
  if (!last) throw new Error('no entry');
  world.evidence.tamper((entries) => entries.slice(20));
  const { sequence, hash } = last;
  await world.evidence.moveStart({ ...FULL_LOG, sequence, hash, checkpoint: 25, at: 0, deletedTo: 20 });
  expect((await proof(world)).broken).toEqual({ sequence: 20, problem: 'missing' });
});

test('an entry taken out by hand is never covered by a deletion', async () => {
  const world = await worldWith(30);
  world.evidence.tamper((entries) => entries.filter(({ sequence }) => sequence !== 12));
  await deleteOldEvidence(world.ports);
  expect((await proof(world)).broken).toEqual({ sequence: 12, problem: 'missing' });
});

test('everything since an open candidate was opened stays until it is closed', async () => {
  const world = await worldWith(30);
  await addCandidate(world, { state: 'Ready', openedAt: world.clock.now() - OLD + 11 });
  expect(await deleteOldEvidence(world.ports)).toBe(10);
  expect(world.evidence.all()[0]?.sequence).toBe(11);
  world.clock.advance(2 * DAY);
  expect(await deleteOldEvidence(world.ports)).toBe(0);
  const [line] = await world.candidates.readBucket('p-1', 1, 0);
  if (!line) throw new Error('no line');
  await world.candidates.writeBucket('p-1', 1, 0, [{ ...line, state: 'Closed Skipped' }]);
  expect(await deleteOldEvidence(world.ports)).toBe(20);
});

test.each<[JobKind, number]>([
  ['reclaim', 0],
  ['restore', 0],
  ['download', 30],
])('while a run of kind %s is open, %d entries are deleted', async (kind, deleted) => {
  const world = await worldWith(30);
  const about = { id: 'r-1', number: 'R1', profileId: 'p-1', kind, name: kind, cursor: null, requestedBy: null };
  await world.runs.create(newRun(about, world.clock.now()));
  expect(await deleteOldEvidence(world.ports)).toBe(deleted);
});

test('nothing is deleted while what a click began is not finished', async () => {
  const world = await worldWith(30);
  const begun = { what: 'restore', candidate: 'RC0000001', at: world.clock.now(), text: '', details: {} } as const;
  await world.begunChanges.begin(begun);
  expect(await deleteOldEvidence(world.ports)).toBe(0);
  await world.begunChanges.end(begun);
  expect(await deleteOldEvidence(world.ports)).toBe(30);
});

test('a turn takes 500 entries, and a day’s worth shares one checkpoint', async () => {
  const world = await worldWith(1030);
  const turns: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    turns.push(await deleteOldEvidence(world.ports));
    world.clock.advance(HOUR);
  }
  expect(turns).toEqual([500, 500, 0, 0]);
  world.clock.advance(DAY);
  expect(await deleteOldEvidence(world.ports)).toBe(30);
  expect((await proof(world)).broken).toBeUndefined();
});

test('what was recorded once under a name is recorded anew after its entry is deleted, and not before', async () => {
  const world = await worldWith(30);
  const again = () => world.evidence.append({ ...evidence('entry 7'), at: world.clock.now() }, 'name.7');
  expect((await again()).sequence).toBe(7);
  await deleteOldEvidence(world.ports);
  expect((await again()).sequence).toBe(33);
});

test.each([11, 0, -1, 12.5, 121])('%d months are refused', async (months) => {
  const { ports } = new World();
  const saved = await saveRetention({ caller: 'admin', revision: 0, months }, ports);
  expect(saved).toMatchObject({ code: 'bad-input' });
  expect((await ports.retention.find()).months).toBeNull();
});

test('the setting is changed from what somebody saw, and recorded before and after', async () => {
  const world = await worldWith(1);
  expect(await saveRetention({ caller: 'admin', revision: 0, months: 24 }, world.ports)).toMatchObject({
    code: 'conflict',
  });
  await saveRetention({ caller: 'admin', revision: 1, months: null }, world.ports);
  const told = world.evidence.all().filter(({ kind }) => kind === 'evidence-retention-saved');
  expect(told.map(({ details }) => details)).toEqual([
    { before: null, months: 12 },
    { before: 12, months: null },
  ]);
});
