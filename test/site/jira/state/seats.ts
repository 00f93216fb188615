import type { RoleRecord, UserRecord } from '../data/records';
import type { Directory } from './directory';

/** Counts seats: active people in at least one group of a role. App and customer accounts take none. */
export class Seats {
  private readonly counted = new Map<string, { version: string; used: number }>();

  constructor(private readonly directory: Directory) {}

  used(role: RoleRecord, asOf: number): number {
    const version = `${this.directory.version}/${this.directory.memberships.versionAt(asOf)}`;
    const known = this.counted.get(role.key);
    if (known?.version === version) return known.used;
    const used = this.count(role.groups, asOf);
    this.counted.set(role.key, { version, used });
    return used;
  }

  /** People with a seat in any product. */
  usedByAnyone(asOf: number): number {
    return this.count(new Set(this.directory.roles.flatMap(({ groups }) => groups)), asOf);
  }

  private count(groups: Iterable<string>, asOf: number): number {
    const holders = new Set<string>();
    for (const group of groups)
      for (const accountId of this.directory.memberships.membersOf(group, asOf))
        if (takesSeat(this.directory.user(accountId))) holders.add(accountId);
    return holders.size;
  }
}

export function takesSeat(user: UserRecord | undefined): boolean {
  return user?.active === true && user.accountType === 'atlassian';
}
