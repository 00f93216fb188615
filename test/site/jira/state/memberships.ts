import type { UserRecord } from '../data/records';

export interface MembershipChange {
  readonly at: number;
  readonly accountId: string;
  readonly groupId: string;
  readonly joined: boolean;
}

/** Who is in which group, now and a little while ago: reads may lag behind writes, as on a live site. */
export class Memberships {
  private readonly groupsByPerson = new Map<string, Set<string>>();
  private readonly membersByGroup = new Map<string, Set<string>>();
  private readonly sorted = new Map<string, readonly string[]>();
  private readonly changes: MembershipChange[] = [];

  constructor(users: Iterable<UserRecord>) {
    for (const { accountId, groups } of users) for (const groupId of groups) this.put(accountId, groupId, true);
  }

  change(change: MembershipChange): void {
    this.put(change.accountId, change.groupId, change.joined);
    this.changes.push(change);
  }

  /** Group ids of a person as they were at an instant. */
  groupsOf(accountId: string, asOf: number): string[] {
    const groups = new Set(this.groupsByPerson.get(accountId));
    for (const change of this.changesAfter(asOf))
      if (change.accountId === accountId) apply(groups, change.groupId, !change.joined);
    return [...groups];
  }

  /** Account ids of a group's members as they were at an instant, in a stable order. */
  membersOf(groupId: string, asOf: number): readonly string[] {
    const later = this.changesAfter(asOf).filter((change) => change.groupId === groupId);
    if (later.length === 0) return this.sortedMembers(groupId);
    const members = new Set(this.membersByGroup.get(groupId));
    for (const change of later) apply(members, change.accountId, !change.joined);
    return [...members].sort();
  }

  isMember(accountId: string, groupId: string): boolean {
    return this.membersByGroup.get(groupId)?.has(accountId) ?? false;
  }

  /** How many changes had happened by an instant: equal numbers mean equal memberships. */
  versionAt(asOf: number): number {
    return this.changes.length - this.changesAfter(asOf).length;
  }

  log(): readonly MembershipChange[] {
    return this.changes;
  }

  /** Newest first, so that undoing them one by one leads back in time. */
  private changesAfter(asOf: number): MembershipChange[] {
    const later: MembershipChange[] = [];
    for (let index = this.changes.length - 1; index >= 0; index -= 1) {
      const change = this.changes[index];
      if (change === undefined || change.at <= asOf) break;
      later.push(change);
    }
    return later;
  }

  private sortedMembers(groupId: string): readonly string[] {
    const known = this.sorted.get(groupId);
    if (known !== undefined) return known;
    const members = [...(this.membersByGroup.get(groupId) ?? [])].sort();
    this.sorted.set(groupId, members);
    return members;
  }

  private put(accountId: string, groupId: string, joined: boolean): void {
    apply(entry(this.groupsByPerson, accountId), groupId, joined);
    apply(entry(this.membersByGroup, groupId), accountId, joined);
    this.sorted.delete(groupId);
  }
}

function apply(set: Set<string>, value: string, present: boolean): void {
  if (present) set.add(value);
  else set.delete(value);
}

function entry(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = new Set<string>();
  map.set(key, created);
  return created;
}
