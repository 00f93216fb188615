import type { Switches } from '../../core/switches';
import type { GroupRecord, RoleRecord, UserRecord } from '../data/records';
import type { SiteData } from '../data/site-data';
import { ADDONS_GROUP, APP_ACCOUNT_ID, APP_USER, appGroups } from './app-user';
import { Memberships, type MembershipChange } from './memberships';

/** People, groups and roles of the site, the app's own user included. */
export class Directory {
  readonly roles: readonly RoleRecord[];
  readonly memberships: Memberships;
  private readonly people: Map<string, UserRecord>;
  private readonly groupsById: Map<string, GroupRecord>;
  private readonly listed = new Map<string, { version: string; users: readonly UserRecord[] }>();
  private changes = 0;

  constructor(
    data: SiteData,
    private readonly switches: Switches,
  ) {
    this.roles = data.roles;
    this.people = new Map([APP_USER, ...data.users].map((user) => [user.accountId, user]));
    this.groupsById = new Map([...data.groups, ADDONS_GROUP].map((group) => [group.id, group]));
    this.memberships = new Memberships(data.users);
  }

  /** Every account, the app's first, then in the order of the data file. */
  users(): UserRecord[] {
    return [...this.people.values()];
  }
  user(accountId: string): UserRecord | undefined {
    return this.people.get(accountId);
  }
  groups(): GroupRecord[] {
    return [...this.groupsById.values()];
  }
  group(id: string): GroupRecord | undefined {
    return this.groupsById.get(id);
  }
  groupNamed(name: string): GroupRecord | undefined {
    return this.groups().find((group) => group.name === name);
  }

  /** Groups of an account at an instant, in the order of the data file. */
  groupsOf(accountId: string, asOf: number): GroupRecord[] {
    const ids = accountId === APP_ACCOUNT_ID ? this.appGroups() : this.memberships.groupsOf(accountId, asOf);
    return this.inFileOrder(ids);
  }

  /** Account ids of a group's members at an instant; the app's user comes first where it is one. */
  membersOf(groupId: string, asOf: number): readonly string[] {
    const members = this.memberships.membersOf(groupId, asOf);
    return this.appGroups().includes(groupId) ? [APP_ACCOUNT_ID, ...members] : members;
  }

  /** A group's members as accounts; kept until something changes, as large groups are read page by page. */
  accountsIn(groupId: string, asOf: number, inactiveToo: boolean): readonly UserRecord[] {
    const name = `${groupId}/${String(inactiveToo)}`;
    const version = [this.changes, this.memberships.versionAt(asOf), this.switches.get('appIsJiraAdmin')].join('/');
    const kept = this.listed.get(name);
    if (kept?.version === version) return kept.users;
    const users = this.membersOf(groupId, asOf)
      .flatMap((accountId) => this.people.get(accountId) ?? [])
      .filter(({ active }) => inactiveToo || active);
    this.listed.set(name, { version, users });
    return users;
  }

  isMember(accountId: string, groupId: string): boolean {
    if (accountId === APP_ACCOUNT_ID) return this.appGroups().includes(groupId);
    return this.memberships.isMember(accountId, groupId);
  }

  changeMembership(change: MembershipChange): void {
    this.memberships.change(change);
    const user = this.people.get(change.accountId);
    if (user === undefined) return;
    const groups = this.memberships.groupsOf(change.accountId, Number.POSITIVE_INFINITY);
    this.people.set(change.accountId, { ...user, groups });
  }

  putUser(user: UserRecord): void {
    this.people.set(user.accountId, user);
    this.changes += 1;
  }
  putGroup(group: GroupRecord): void {
    this.groupsById.set(group.id, group);
    this.changes += 1;
  }
  /** Changes with every changed account or group; memberships count for themselves. */
  get version(): number {
    return this.changes;
  }

  private appGroups(): string[] {
    return appGroups([...this.groupsById.values()], this.roles, this.switches.get('appIsJiraAdmin'));
  }

  private inFileOrder(ids: readonly string[]): GroupRecord[] {
    const wanted = new Set(ids);
    return this.groups().filter(({ id }) => wanted.has(id));
  }
}
