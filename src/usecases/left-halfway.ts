import type { AccountId, GroupId, RunId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { SeatChange } from './record-seat-change';
import { unlessFailed } from './unless-failed';

/** Somebody whom a run that is over, or a click that was cut off, left halfway. */
export interface LeftHalfway {
  readonly candidate: RemovalCandidate;
  readonly profile: IntegrationProfile;
  /** Names what came to its end, for the evidence. */
  readonly id: string;
  /** What came to its end, in a sentence. */
  readonly why: string;
  /** Who had asked for it. */
  readonly by: AccountId | null;
  /** The run that came to its end; a click has none. */
  readonly runId?: RunId;
}

/** The change that is ended, in the name of the profile's operator; of whoever asked where it has none. */
export function changeOf({ candidate, profile, by, runId }: LeftHalfway): SeatChange {
  const accountId = profile.reclaimOperator;
  const as = accountId === null ? ({ kind: 'caller' } as const) : ({ kind: 'operator', accountId } as const);
  return { candidate, profile, as, caller: by, runId };
}

/** The groups the person is in now; undefined: Jira does not know them or could not be asked. */
export async function findGroups(
  { accountId }: Pick<RemovalCandidate, 'accountId'>,
  { directory }: Pick<Ports, 'directory'>,
): Promise<readonly GroupId[] | undefined> {
  return (await unlessFailed(() => directory.findPerson(accountId)))?.groupIds;
}
