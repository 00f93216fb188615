import type { CandidateNumber } from '../domain/identifiers';
import type { BegunChange } from '../ports/begun-change-store';
import type { Ports } from '../ports/ports';

/** Does something to a candidate for a person at the page; what is cut off meanwhile the hourly tick settles. */
export async function whileBegun<Result>(
  what: BegunChange['what'],
  candidate: CandidateNumber,
  work: () => Promise<Result>,
  { begunChanges, clock }: Pick<Ports, 'begunChanges' | 'clock'>,
): Promise<Result> {
  const change = { what, candidate, at: clock.now(), text: '', details: {} };
  await begunChanges.begin(change);
  const result = await work();
  await begunChanges.end(change);
  return result;
}
