import { concernsPromise, withCandidate } from '../../domain/promises/seat-promise';
import type { RemovalCandidate } from '../../domain/removal-candidate';
import type { Ports } from '../../ports/ports';
import { inParallel } from '../in-parallel';

/**
 * Brings what is promised about seats in step with their candidates. Repeating it changes nothing, so whoever is cut off does it
 * again with the rest of what they were about.
 */
export async function savePromises(
  candidates: readonly RemovalCandidate[],
  { promises }: Pick<Ports, 'promises'>,
): Promise<void> {
  await inParallel(candidates.filter(concernsPromise), async (candidate) => {
    const before = await promises.find(candidate);
    const after = withCandidate(before, candidate);
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    await (after ? promises.save(after) : promises.remove(candidate));
  });
}
