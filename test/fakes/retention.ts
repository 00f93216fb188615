import fc from 'fast-check';
import { CHAIN_START } from '../../src/domain/evidence';
import { DAY } from '../../src/domain/instant';
import type { RemovalCandidate } from '../../src/domain/removal-candidate';
import { lineOf } from '../../src/usecases/candidate-table';
import { saveRetention } from '../../src/usecases/retention/save-retention';
import { verifyEvidence, type VerifiedPiece } from '../../src/usecases/verify-evidence';
import { candidate, evidence, profile } from '../ports/records';
import { World } from './world';

/** Beyond the twelve months that the worlds below keep. */
export const OLD = 400 * DAY;

/** A log of old entries, the first of them the installation, and twelve months as the setting. */
export async function worldWith(count: number): Promise<World> {
  const world = new World();
  const now = world.clock.now();
  for (let n = 1; n <= count; n += 1) {
    const kind = n === 1 ? 'app-installed' : 'job-finished';
    await world.evidence.append({ ...evidence(`entry ${n}`), kind, at: now - OLD + n }, `name.${n}`);
  }
  await saveRetention({ caller: 'admin', revision: 0, months: 12 }, world.ports);
  return world;
}

/** A profile with one removal candidate in its table. */
export async function addCandidate(world: World, change: Partial<RemovalCandidate>): Promise<void> {
  const [some] = fc.sample(profile, { numRuns: 1, seed: 1 });
  const [one] = fc.sample(candidate, { numRuns: 1, seed: 1 });
  if (!some || !one) throw new Error('no records');
  await world.profiles.create({ ...some, id: 'p-1' });
  const added = { ...one, profileId: 'p-1', number: 'RC0000001', ...change };
  await world.candidates.createAll([added]);
  await world.candidates.setBucketCount('p-1', 1);
  await world.candidates.writeBucket('p-1', 1, 0, [lineOf(added)]);
}

/** Verifies piece by piece, as the page does. */
export async function proof({ ports }: Pick<World, 'ports'>): Promise<VerifiedPiece> {
  for (let after = CHAIN_START; ;) {
    const piece = await verifyEvidence({ after }, ports);
    if (piece.isDone) return piece;
    after = piece.upTo;
  }
}
