import type { IntegrationProfile } from '../domain/integration-profile';
import type { JobRun } from '../domain/job-run';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { inParallel } from './in-parallel';
import { settleRestore } from './settle-restore';

type Needs = Pick<Ports, 'candidates' | 'promises' | 'directory' | 'evidence' | 'clock'>;

/** Restores that are halfway when their profile is deleted: nobody goes on with them, so each tells how far it came. */
export async function settleRestores(
  lines: readonly CandidateLine[],
  left: { readonly run: JobRun; readonly profile: IntegrationProfile; readonly why: string },
  ports: Needs,
): Promise<void> {
  const taken = lines.filter(({ state }) => state === 'Closed Complete');
  const found = await inParallel(taken, ({ number }) => ports.candidates.find(number));
  const { run, profile, why } = left;
  for (const candidate of found.filter(isBegun))
    await settleRestore({ candidate, profile, id: run.id, why, by: run.requestedBy, next: BY_HAND }, ports);
}

const BY_HAND = 'Add the person by hand to what is missing.';

function isBegun(candidate: RemovalCandidate | undefined): candidate is RemovalCandidate {
  return candidate !== undefined && candidate.restoringSince !== null;
}
