import type { LastActivity } from '../activity';
import type { ActivitySpan } from '../activity-span';
import type { Coverage } from '../coverage';
import type { AccountId, CandidateNumber, GroupId, ProfileId, RoleKey } from '../identifiers';
import type { Instant } from '../instant';
import type { UsageClass } from '../reclamation-rule';
import type { CandidateState } from '../removal-candidate';
import type { GrantingRole } from '../software-subscription';

/** One seat as the list of subscriptions shows it. */
export interface ListedSeat {
  readonly accountId: AccountId;
  /** Its place among the roles of the list. */
  readonly role: number;
  /** The selected groups that give the seat: their places among the groups of the list. */
  readonly groups: readonly number[];
  /** False also while Jira was not asked about the account yet. */
  readonly guest: boolean;
  readonly serviceAccount: boolean;
  /** When the seat was given, or first seen. */
  readonly firstSeen: Instant;
  /** It is older: the first list showed it already, and nothing tells since when. */
  readonly heldBefore: boolean;
  readonly activity: LastActivity;
  /** How the seat's rule sees it, and its place in the chart: as the license position counts it. */
  readonly usage: UsageClass;
  readonly span: ActivitySpan;
  readonly candidate: { readonly number: CandidateNumber; readonly state: CandidateState } | null;
}

/**
 * Everything that the list of subscriptions shows, joined by a job and stored in few parts, so that whoever opens it reads those
 * and nothing else. A list never changes; what was decided since is read beside it (`revisions`).
 */
export interface SeatList {
  /** The run that wrote it. */
  readonly id: string;
  readonly profileId: ProfileId;
  /** The download it was made from. */
  readonly generation: { readonly id: string; readonly buckets: number };
  readonly parts: number;
  readonly seats: number;
  readonly people: number;
  readonly roles: readonly GrantingRole[];
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[];
  /** When the download behind it was complete. */
  readonly completedAt: Instant;
  /** What its activity is based on; null: none was read. */
  readonly coverage: Coverage | null;
  /** The revision of every bucket of the candidate table that is in the list; 0: there was none. */
  readonly revisions: readonly number[];
  /** Kept one more round for whoever is still reading it. */
  readonly previous: Pick<SeatList, 'id' | 'parts' | 'revisions'> | null;
}

/** The list of that name, current or the one before; undefined: it was replaced more than once. */
export function listNamed(
  list: SeatList | undefined,
  id: string,
): Pick<SeatList, 'id' | 'parts' | 'revisions'> | undefined {
  return [list, list?.previous].find((each) => each?.id === id) ?? undefined;
}

/** The line of a candidate that moved after a list was written. */
export interface MovedCandidate {
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  readonly number: CandidateNumber;
  readonly state: CandidateState;
}

/** Buckets of the candidate table that are not as the list has them; a table that was cut anew is all of them. */
export function movedBuckets({ revisions }: Pick<SeatList, 'revisions'>, now: readonly number[]): number[] {
  const isCutAnew = revisions.length > 0 && now.length !== revisions.length;
  return now.flatMap((revision, bucket) => (isCutAnew || revision > (revisions[bucket] ?? 0) ? [bucket] : []));
}
