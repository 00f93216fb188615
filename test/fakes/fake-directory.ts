import type { AccountId, GroupId, RoleKey } from '../../src/domain/identifiers';
import type { Instant } from '../../src/domain/instant';
import type { AdministratorGroups, ApplicationRole, JiraGroup } from '../../src/domain/jira-group';
import { Failure } from '../../src/ports/failures';
import type { Account, Directory, DirectoryChanges, MemberPage, Person } from '../../src/ports/directory';
import type { FakeJira } from './fake-jira';

export class FakeDirectory implements Directory {
  /** Small, so that every test reads several pages. */
  constructor(
    private readonly jira: FakeJira,
    private readonly pageSize = 3,
  ) {}

  listRoles(): Promise<ApplicationRole[]> {
    return this.jira.answer('listRoles', () =>
      this.jira.roles.map(({ key, name, groupIds }) => ({
        key,
        name,
        groups: groupIds.map((id) => ({ id, name: `name of ${id}` })),
        defaultGroupIds: groupIds.slice(0, 1),
        seats: this.jira.seats.get(key) ?? null,
        usedSeats: [...this.jira.people.values()].filter((person) => this.jira.rolesOf(person).includes(key)).length,
      })),
    );
  }

  listGroups(): Promise<JiraGroup[]> {
    return this.jira.answer('listGroups', () => this.jira.groups.map((group) => ({ ...group })));
  }

  listAdministratorGroups(): Promise<AdministratorGroups> {
    return this.jira.answer('listAdministratorGroups', () => ({
      admin: new Set(this.jira.admin),
      siteAdmin: new Set(this.jira.siteAdmin),
    }));
  }

  readMembers(groupId: GroupId, startAt: number, limit = this.pageSize): Promise<MemberPage> {
    return this.jira.answer('readMembers', () => {
      if (!this.jira.groups.some((group) => group.id === groupId)) {
        throw new Failure('jira-not-found', 'Jira does not know this group.');
      }
      const all = this.jira.membersOf(groupId).filter((person) => person.active);
      const size = Math.min(limit, this.pageSize);
      const members = all
        .slice(startAt, startAt + size)
        .map(({ accountId, accountType, active }) => ({ accountId, accountType, active }));
      const end = startAt + members.length;
      const nextStartAt = end < all.length ? end : null;
      return this.jira.alterPage({ members, total: all.length, nextStartAt }, groupId, startAt);
    });
  }

  findAccounts(accountIds: readonly AccountId[]): Promise<Account[]> {
    return this.jira.answer('findAccounts', () =>
      accountIds
        .flatMap((accountId) => this.jira.people.get(accountId) ?? [])
        .map(({ accountId, accountType, active, guest, serviceAccount }) => ({
          accountId,
          accountType,
          active,
          traits: { guest, serviceAccount },
        })),
    );
  }

  readChanges(from: Instant, to: Instant): Promise<DirectoryChanges> {
    return this.jira.answer('readChanges', () => {
      const log = this.jira.directoryLog;
      if (!log) throw new Failure('jira-refused', 'The audit log is not available on the free plan.');
      return { changes: log.filter(({ at }) => at >= from && at <= to), complete: true };
    });
  }

  findPerson(accountId: AccountId): Promise<Person | undefined> {
    return this.jira.answer('findPerson', () => {
      const person = this.jira.people.get(accountId);
      if (!person) return undefined;
      const { accountType, active, guest, serviceAccount, soundsLikeProgram, timeZone, groups } = person;
      return {
        accountId,
        accountType,
        active,
        guest,
        serviceAccount,
        soundsLikeProgram,
        timeZone,
        groupIds: [...groups],
        roleKeys: this.jira.rolesOf(person),
      };
    });
  }

  findSeats(accountId: AccountId): Promise<readonly RoleKey[] | undefined> {
    return this.jira.answer('findSeats', () => {
      const person = this.jira.people.get(accountId);
      return person && this.jira.rolesOf(person);
    });
  }

  listProjects(seenBy: 'app' | 'caller'): Promise<string[]> {
    return this.jira.answer(`listProjects ${seenBy}`, () => [...this.jira.projects[seenBy]]);
  }

  isContentBlocked(): Promise<boolean> {
    return this.jira.answer('isContentBlocked', () => this.jira.contentBlocked);
  }
}
