import fc from 'fast-check';
import { CHAIN_START } from '../../../src/domain/evidence';
import type { RemovalCandidate } from '../../../src/domain/removal-candidate';
import { DAY } from '../../../src/domain/instant';
import { deleteOldEvidence } from '../../../src/usecases/retention/delete-old-evidence';
import { saveRetention } from '../../../src/usecases/retention/save-retention';
import { readEvidence, verifyEvidence } from '../../../src/usecases/verify-evidence';
import { candidate, evidence } from '../../ports/records';
import { World } from '../../fakes/world';

const OLD = 400 * DAY;

/** A log of old entries, the first of them the installation, and twelve months as the setting. */
async function worldWith(count: number, about: (n: number) => string | null = () => null) {
  const world = new World();
  const now = world.clock.now();
  for (let n = 1; n <= count; n += 1) {
    const kind = n === 1 ? 'app-installed' : 'job-finished';
    await world.evidence.append({ ...evidence(`entry ${n}`), kind, at: now - OLD + n, candidate: about(n) });
  }
  await saveRetention({ caller: 'admin', revision: 0, months: 12 }, world.ports);
  return world;
}

const proof = ({ ports }: World) => verifyEvidence({ after: CHAIN_START }, ports);

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
  expect((await world.evidence.readStart()).installedAt).toBe(world.clock.now() - OLD + 1);
  const { entries, start } = await readEvidence({ first: 1 }, world.ports);
  expect(entries).toEqual(world.evidence.all());
  expect(start.sequence).toBe(30);
});

test('entries that were taken out behind a start that nobody recorded show', async () => {
  const world = await worldWith(30);
  const last = world.evidence.all()[19];
  if (!last) throw new Error('no entry');
  world.evidence.tamper((entries) => entries.slice(20));
  const { sequence, hash } = last;
  await world.evidence.moveStart({ sequence, hash, checkpoint: 25, at: 0, deletedTo: 20, installedAt: null });
  expect((await proof(world)).broken).toEqual({ sequence: 20, problem: 'missing' });
});

test('an entry taken out by hand is never covered by a deletion', async () => {
  const world = await worldWith(30);
  world.evidence.tamper((entries) => entries.filter(({ sequence }) => sequence !== 12));
  await deleteOldEvidence(world.ports);
  expect((await proof(world)).broken).toEqual({ sequence: 12, problem: 'missing' });
});

test.each([
  ['open', { state: 'Ready' as const }],
  ['restorable', { state: 'Closed Complete' as const, groupsRemoved: [{ id: 'g', name: 'G' }] }],
])('deleting stops at the first entry of a candidate that is %s', async (_name, change) => {
  const world = await worldWith(30, (n) => (n === 11 ? 'LRC-1' : null));
  const [some] = fc.sample(candidate, { numRuns: 1, seed: 1 });
  await world.candidates.createAll([{ ...some, number: 'LRC-1', restored: null, ...change } as RemovalCandidate]);
  expect(await deleteOldEvidence(world.ports)).toBe(10);
  expect(world.evidence.all()[0]?.sequence).toBe(11);
});

test.each(['append', 'moveStart', 'deleteEntries'] as const)('a crash right after %s is gone on from', async (step) => {
  const world = await worldWith(1200);
  const real = world.evidence[step].bind(world.evidence) as (...all: unknown[]) => Promise<unknown>;
  world.evidence[step] = (async (...all: unknown[]) => {
    await real(...all);
    throw new Error('crash');
  }) as never;
  await expect(deleteOldEvidence(world.ports)).rejects.toThrow('crash');
  world.evidence[step] = real as never;
  expect((await proof(world)).broken).toBeUndefined();
  for (let turn = 0; turn < 5; turn += 1) {
    await deleteOldEvidence(world.ports);
    world.clock.advance(DAY);
  }
  expect((await proof(world)).broken).toBeUndefined();
  expect(world.evidence.all().filter(({ kind }) => kind === 'job-finished')).toEqual([]);
  expect(world.evidence.all().filter(({ kind }) => kind === 'evidence-deleted')).toHaveLength(3);
});

test.each([11, 0, -1, 12.5, 121])('%d months are refused', async (months) => {
  const { ports } = new World();
  const saved = await saveRetention({ caller: 'admin', revision: 0, months }, ports);
  expect(saved).toMatchObject({ code: 'bad-input' });
  expect((await ports.retention.find()).months).toBeNull();
});
