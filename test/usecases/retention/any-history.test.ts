import '../../fakes/property-seed';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { DAY, HOUR } from '../../../src/domain/instant';
import { keptFrom } from '../../../src/domain/retention/evidence-retention';
import type { EvidenceEntryView } from '../../../src/shared/contract';
import { deleteOldEvidence } from '../../../src/usecases/retention/delete-old-evidence';
import { saveRetention } from '../../../src/usecases/retention/save-retention';
import { readEvidence } from '../../../src/usecases/verify-evidence';
import { JSON_FORM } from '../../../static/admin/src/features/evidence/log-file';
import { evidence } from '../../ports/records';
import { addCandidate, proof } from '../../fakes/retention';
import { World } from '../../fakes/world';

const COMMAND = join(__dirname, '../../tools/verify-evidence.mjs');
const folder = mkdtempSync(join(tmpdir(), 'retention-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ages of entries in days, in the order they were written: clocks of several processes differ a little. */
const history = fc.record({
  ages: fc
    .array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 40 })
    .map((ages) => ages.sort((a, b) => b - a)),
  skew: fc.array(fc.integer({ min: -HOUR, max: HOUR }), { minLength: 40, maxLength: 40 }),
  months: fc.integer({ min: 12, max: 48 }),
  openFor: fc.option(fc.integer({ min: 0, max: 1500 })),
  days: fc.integer({ min: 1, max: 5 }),
});
type History = typeof history extends fc.Arbitrary<infer Of> ? Of : never;

/** The world after some days of deleting, and what was there before. */
async function afterDeleting({ ages, skew, months, openFor, days }: History) {
  const world = new World();
  const now = world.clock.now();
  for (const [n, age] of ages.entries())
    await world.evidence.append({ ...evidence(`entry ${n}`), at: now - age * DAY + (skew[n] ?? 0) });
  await saveRetention({ caller: 'admin', revision: 0, months }, world.ports);
  const before = world.evidence.all();
  const openedAt = openFor === null ? Infinity : now - openFor * DAY;
  if (openFor !== null) await addCandidate(world, { state: 'Ready', openedAt });
  for (let day = 0; day < days; day += 1) {
    await deleteOldEvidence(world.ports);
    expect((await proof(world)).broken).toBeUndefined();
    world.clock.advance(DAY);
  }
  return { world, before, openedAt };
}

test('whatever the history, exactly the oldest that nothing stands on go, and the rest is proven', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const { world, before, openedAt } = await afterDeleting(made);
      const lastTurn = world.clock.now() - DAY;
      const limit = Math.min(keptFrom({ revision: 1, months: made.months }, lastTurn) ?? 0, openedAt);
      const stays = before.findIndex(({ at }) => at >= limit);
      const left = world.evidence.all().filter(({ sequence }) => sequence <= before.length);
      expect(left).toEqual(before.slice(stays));
      const told = world.evidence.all().filter(({ kind }) => kind === 'evidence-deleted');
      expect(told.reduce((sum, { details }) => sum + Number(details['entries']), 0)).toBe(stays);
    }),
  );
});

test('whatever is changed or taken out of what is left is found', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(), fc.boolean(), async (made, at, isTakenOut) => {
      const { world } = await afterDeleting(made);
      const { sequence } = world.evidence.all()[at % world.evidence.all().length] ?? {};
      world.evidence.tamper((entries) =>
        isTakenOut
          ? entries.filter((entry) => entry.sequence !== sequence)
          : entries.map((entry) => (entry.sequence === sequence ? { ...entry, text: 'Nothing happened.' } : entry)),
      );
      expect((await proof(world)).broken).toBeDefined();
    }),
  );
});

test('an export of what is left is proven by the command', async () => {
  for (const made of fc.sample(history, { numRuns: 5, seed: 7 })) {
    const { world } = await afterDeleting(made);
    const { entries, start, head } = await readEvidence({ first: 1 }, world.ports);
    const views = entries.map((entry): EvidenceEntryView => ({ ...entry, at: new Date(entry.at).toISOString() }));
    const file = join(folder, 'log.ndjson');
    writeFileSync(file, JSON_FORM.head({ start, head }, '2026-12-01T00:00:00.000Z') + JSON_FORM.lines(views, {}));
    const { stdout, status } = spawnSync(process.execPath, [COMMAND, file], { encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: expect.stringMatching(/^Proven/) as string, status: 0 });
  }
});
