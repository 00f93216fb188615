import type { AccountId, GroupId, RoleKey } from './identifiers';
import type { Instant } from './instant';

/** An application role with every group of the site that gives its seat. */
export interface GrantingRole {
  readonly key: RoleKey;
  readonly name: string;
  readonly groupIds: readonly GroupId[];
}

/** What only some of Jira's answers tell about an account: lists of members do not. */
export interface AccountTraits {
  readonly guest: boolean;
  /** Belongs to a program, whatever its type says. */
  readonly serviceAccount: boolean;
}

/** One person of the selected groups, as downloaded: the row that is stored. */
export interface SeatHolder {
  readonly accountId: AccountId;
  /** The selected groups the person is in. */
  readonly groupIds: readonly GroupId[];
  /** When the person first appeared; null when they were there at the very first download. */
  readonly firstSeen: Instant | null;
  /** Member of an administrators' group: never proposed, never removed. */
  readonly administrator: boolean;
  /** Null: nobody looked the account up yet. */
  readonly traits: AccountTraits | null;
}

/** One person's seat of one application. */
export interface SoftwareSubscription {
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  /** The selected groups that give the seat. */
  readonly groupIds: readonly GroupId[];
  readonly firstSeen: Instant | null;
  readonly administrator: boolean;
  readonly traits: AccountTraits | null;
}

/** The seats a person holds through the selected groups: one per application role, whatever the number of groups. */
export function subscriptionsOf(holder: SeatHolder, roles: readonly GrantingRole[]): SoftwareSubscription[] {
  const { accountId, firstSeen, administrator, traits } = holder;
  const seats: SoftwareSubscription[] = [];
  for (const role of roles) {
    const groupIds = grantingGroups(holder, role);
    if (groupIds.length > 0) seats.push({ accountId, roleKey: role.key, groupIds, firstSeen, administrator, traits });
  }
  return seats;
}

/** Mostly all of the person's groups give the seat, and tens of thousands of lists need not be copied. */
function grantingGroups({ groupIds }: SeatHolder, role: GrantingRole): readonly GroupId[] {
  const gives = (groupId: GroupId) => role.groupIds.includes(groupId);
  return groupIds.every(gives) ? groupIds : groupIds.filter(gives);
}

/** What changed between two downloads. */
export interface DownloadDifference {
  readonly joined: number;
  readonly left: number;
  readonly changedGroups: number;
}

export function compareDownloads(
  before: ReadonlyMap<AccountId, SeatHolder>,
  after: ReadonlyMap<AccountId, SeatHolder>,
): DownloadDifference {
  let joined = 0;
  let changedGroups = 0;
  for (const [accountId, holder] of after) {
    const old = before.get(accountId);
    if (!old) joined += 1;
    else if (!sameSet(old.groupIds, holder.groupIds)) changedGroups += 1;
  }
  let left = 0;
  for (const accountId of before.keys()) if (!after.has(accountId)) left += 1;
  return { joined, left, changedGroups };
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
