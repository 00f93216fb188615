import { startSites } from '../site/sites';
import type { RunningSite } from '../site/site';

export const SIZE = { seats: 40, issues: 200, seed: 5 };
export const NEIGHBOR = { ...SIZE, seed: 6, beside: { number: 2, first: SIZE } };

/** Two customers of the app, whose functions run in the same processes. */
export async function startBoth(): Promise<[RunningSite, RunningSite]> {
  const [first, second] = await startSites({ sites: 2, source: SIZE, size: SIZE });
  if (!first || !second) throw new Error('Two sites were wanted.');
  return [first, second];
}
