import type { AccountId, GroupId, RoleKey, RunId } from '../domain/identifiers';
import type { FutileRemoval } from '../domain/effective-seat';
import type { IntegrationProfile } from '../domain/integration-profile';
import { isHalfway, type RemovalCandidate, type SeatFreed } from '../domain/removal-candidate';
import type { ActingAs } from '../ports/group-writer';
import type { Ports } from '../ports/ports';
import type { AuditWatch } from './audit-news';
import type { FactSources } from './fresh-facts';
import type { SiteFacts } from './site-facts';

export interface ReclaimSeat {
  readonly candidate: RemovalCandidate;
  readonly profile: IntegrationProfile;
  readonly site: SiteFacts;
  /** What a run knows of the audit log already. */
  readonly news?: AuditWatch | undefined;
  readonly as: ActingAs;
  /** Who asked for it. */
  readonly caller: AccountId | null;
  /** Whoever had wanted it, where `caller` approved it. */
  readonly initiator?: AccountId | undefined;
  readonly mode: 'preview' | 'apply';
  /** Jira let the operator act in the background a moment ago, so a refusal is about the group. */
  readonly operatorProven?: boolean;
  /** Why nothing more may be removed, whatever the re-check says: what was taken already is given back. */
  readonly hindrance?: string | undefined;
  /** As many seats of an application were taken as its rule allows: none is taken along with another one. */
  readonly isUsedUp?: (roleKey: RoleKey) => boolean;
  /** The run that removes the person; one click has none. */
  readonly runId?: RunId;
}

export interface ReclaimSeatResult {
  /** `asked`: the person is to say first whether they still need the seat. */
  readonly outcome: 'would-remove' | 'would-ask' | 'asked' | 'removed' | 'kept' | 'failed';
  readonly seatFreed: SeatFreed | null;
  readonly groupIds: readonly GroupId[];
  /** Other applications the person loses with these groups. */
  readonly alsoLoses: readonly RoleKey[];
  readonly notes: readonly string[];
  /** Why nothing would be freed where only some of the groups can be changed here. */
  readonly futile?: FutileRemoval | undefined;
  /** Jira did not let the operator act in the background: an administrator has to click. */
  readonly operatorRefused: boolean;
}

export type ReclaimPorts = FactSources &
  Pick<Ports, 'profiles' | 'groupWriter' | 'candidates' | 'promises' | 'settings' | 'evidence' | 'notifier'>;

/** What is about to be removed, and what is said about it. */
export type Removal = Pick<ReclaimSeatResult, 'groupIds' | 'alsoLoses' | 'notes'>;

export const NOTHING_LEFT: Removal = { groupIds: [], alsoLoses: [], notes: [] };

/** What a removal that was stopped halfway took, or may have: Jira may still show what is gone. */
export function takenBefore(candidate: RemovalCandidate): readonly GroupId[] {
  return isHalfway(candidate) ? (candidate.groupsRemoved ?? []) : [];
}
