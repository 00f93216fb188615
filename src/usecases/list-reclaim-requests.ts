import type { ProfileId, RoleKey } from '../domain/identifiers';
import type { Ports } from '../ports/ports';
import { isTakeable, readCandidateTable } from './candidate-table';
import { isUndecided, readRequests, type ListedRequest } from './reclaim-requests';

/** A request, and which of its seats can still be taken back: of which applications, one entry each. */
export interface CountedRequest extends ListedRequest {
  readonly takeable: readonly RoleKey[];
}

type Needs = Pick<Ports, 'reclaimRequests' | 'runs' | 'candidates' | 'clock'>;

/** The requests of a profile, newest first. */
export async function listReclaimRequests(profileId: ProfileId, ports: Needs): Promise<CountedRequest[]> {
  const { listed } = await readRequests(profileId, ports);
  // One at most is undecided, so the table is read once.
  return Promise.all(listed.map((each) => countTakeable(each, ports)));
}

/** Counts what can still be taken back; of a request that is settled nothing is meant to be any more. */
export async function countTakeable(
  listed: ListedRequest,
  { candidates, clock }: Pick<Needs, 'candidates' | 'clock'>,
): Promise<CountedRequest> {
  if (!isUndecided(listed)) return { ...listed, takeable: [] };
  const meant = new Set(listed.request.numbers);
  const lines = await readCandidateTable(listed.request.profileId, candidates);
  const takeable = lines.filter((line) => meant.has(line.number) && isTakeable(line, clock.now()));
  return { ...listed, takeable: takeable.map(({ roleKey }) => roleKey) };
}
