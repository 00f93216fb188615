import { asApp, asUser, route } from '@forge/api';
import { z } from 'zod';
import type { AccountId } from '../../domain/identifiers';
import type { Instant } from '../../domain/instant';
import type { AdministratorGroups, ApplicationRole, JiraGroup } from '../../domain/jira-group';
import { soundsLikeProgram } from '../../domain/program-name';
import { isFailure } from '../../ports/failures';
import type { Account as FoundAccount, Directory, DirectoryChanges, MemberPage, Person } from '../../ports/directory';
import { readDirectoryChanges } from './directory-changes';
import type { JiraCalls } from './jira-calls';

const Group = z.object({ groupId: z.string().nullish(), name: z.string() });
const Role = z.object({
  key: z.string(),
  name: z.string(),
  groupDetails: z.array(Group),
  defaultGroupsDetails: z.array(Group),
  numberOfSeats: z.number(),
  userCount: z.number(),
  hasUnlimitedSeats: z.boolean(),
});
const GroupPage = z.object({ values: z.array(Group), isLast: z.boolean() });
const ProjectPage = z.object({ values: z.array(z.object({ name: z.string() })), isLast: z.boolean() });
const Account = z.object({ accountId: z.string(), accountType: z.string(), active: z.boolean() });
const Members = z.object({
  values: z.array(Account),
  total: z.number().optional(),
  isLast: z.boolean(),
});
const User = z.object({
  accountId: z.string(),
  accountType: z.string(),
  active: z.boolean(),
  displayName: z.string().nullish(),
  guest: z.boolean().optional(),
  appType: z.string().optional(),
  applicationRoles: z.object({ items: z.array(z.object({ key: z.string() })) }),
});

const Accounts = z.object({
  values: z.array(Account.extend({ guest: z.boolean().optional(), appType: z.string().optional() })),
});

const MEMBER_PAGE = 50;
const ACCOUNT_PAGE = 50;
const GROUP_PAGE = 50;
const PROJECT_PAGE = 50;

/** Reads groups and people as the app itself. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/ */
export class JiraDirectory implements Directory {
  constructor(private readonly calls: JiraCalls) {}

  async listRoles(): Promise<ApplicationRole[]> {
    const roles = await this.calls.read({
      operation: 'GET /rest/api/3/applicationrole',
      charge: { perObject: 2, atMost: 100 },
      send: () => asApp().requestJira(route`/rest/api/3/applicationrole`),
      schema: z.array(Role),
      // Not documented whether the roles or their groups are counted: expect the dearer.
      objects: (answer) => answer.reduce((groups, role) => groups + Math.max(1, role.groupDetails.length), 0),
    });
    return roles.map((role) => ({
      key: role.key,
      name: role.name,
      groups: named(role.groupDetails),
      defaultGroupIds: named(role.defaultGroupsDetails).map((group) => group.id),
      seats: role.hasUnlimitedSeats ? null : role.numberOfSeats,
      usedSeats: role.userCount,
    }));
  }

  listGroups(): Promise<JiraGroup[]> {
    return this.allGroups((startAt) =>
      asApp().requestJira(route`/rest/api/3/group/bulk?startAt=${startAt}&maxResults=${GROUP_PAGE}`),
    );
  }

  async listAdministratorGroups(): Promise<AdministratorGroups> {
    const [admin, siteAdmin] = await Promise.all([
      this.allGroups((startAt) =>
        asApp().requestJira(route`/rest/api/3/group/bulk?accessType=admin&startAt=${startAt}&maxResults=${GROUP_PAGE}`),
      ),
      this.allGroups((startAt) =>
        asApp().requestJira(
          route`/rest/api/3/group/bulk?accessType=site-admin&startAt=${startAt}&maxResults=${GROUP_PAGE}`,
        ),
      ),
    ]);
    return { admin: idsOf(admin), siteAdmin: idsOf(siteAdmin) };
  }

  async readMembers(groupId: string, startAt: number, limit = MEMBER_PAGE): Promise<MemberPage> {
    const page = await this.calls.read({
      operation: 'GET /rest/api/3/group/member',
      charge: { perObject: 2, atMost: limit },
      send: () =>
        asApp().requestJira(route`/rest/api/3/group/member?groupId=${groupId}&startAt=${startAt}&maxResults=${limit}`),
      schema: Members,
      objects: (answer) => answer.values.length,
    });
    const { values, isLast, total } = page;
    // Pages can be shorter than asked for: go on by what came, stop when Jira says so or nothing comes.
    const nextStartAt = isLast || values.length === 0 ? null : startAt + values.length;
    return { members: values, total: total ?? null, nextStartAt };
  }

  /** Asked for again until an answer brings nobody new: how many fit into one is not documented. */
  async findAccounts(accountIds: readonly AccountId[]): Promise<FoundAccount[]> {
    const found = new Map<AccountId, FoundAccount>();
    for (let start = 0; start < accountIds.length; start += ACCOUNT_PAGE) {
      let missing = accountIds.slice(start, start + ACCOUNT_PAGE);
      for (let before = -1; missing.length > 0 && found.size > before;) {
        before = found.size;
        for (const account of await this.readAccounts(missing)) found.set(account.accountId, account);
        missing = missing.filter((accountId) => !found.has(accountId));
      }
    }
    return [...found.values()];
  }

  readChanges(from: Instant, to: Instant): Promise<DirectoryChanges> {
    return readDirectoryChanges(this.calls, from, to);
  }

  async findPerson(accountId: string): Promise<Person | undefined> {
    try {
      const [user, groups] = await Promise.all([this.readUser(accountId), this.readUserGroups(accountId)]);
      return {
        accountId: user.accountId,
        accountType: user.accountType,
        active: user.active,
        guest: user.guest ?? false,
        serviceAccount: user.appType === 'service',
        soundsLikeProgram: soundsLikeProgram(user.displayName ?? ''),
        groupIds: named(groups).map((group) => group.id),
        roleKeys: user.applicationRoles.items.map((role) => role.key),
      };
    } catch (error) {
      if (isFailure(error, 'jira-not-found')) return undefined;
      throw error;
    }
  }

  async findSeats(accountId: string): Promise<readonly string[] | undefined> {
    try {
      return (await this.readUser(accountId)).applicationRoles.items.map((role) => role.key);
    } catch (error) {
      if (isFailure(error, 'jira-not-found')) return undefined;
      throw error;
    }
  }

  async listProjects(seenBy: 'app' | 'caller'): Promise<string[]> {
    const actor = seenBy === 'app' ? asApp() : asUser();
    const names: string[] = [];
    for (;;) {
      const page = await this.calls.read({
        operation: 'GET /rest/api/3/project/search',
        charge: { perObject: 1, atMost: PROJECT_PAGE },
        send: () =>
          actor.requestJira(route`/rest/api/3/project/search?startAt=${names.length}&maxResults=${PROJECT_PAGE}`),
        schema: ProjectPage,
        objects: (answer) => answer.values.length,
      });
      names.push(...page.values.map((project) => project.name));
      if (page.isLast || page.values.length === 0) return names;
    }
  }

  async isContentBlocked(): Promise<boolean> {
    const policy = await this.calls.read({
      operation: 'GET /rest/api/3/data-policy',
      charge: { perObject: 0, atMost: 0 },
      send: () => asApp().requestJira(route`/rest/api/3/data-policy`),
      schema: z.object({ anyContentBlocked: z.boolean() }),
    });
    return policy.anyContentBlocked;
  }

  private async readAccounts(accountIds: readonly AccountId[]): Promise<FoundAccount[]> {
    const query = new URLSearchParams(accountIds.map((accountId): [string, string] => ['accountId', accountId]));
    query.set('maxResults', String(ACCOUNT_PAGE));
    const { values } = await this.calls.read({
      operation: 'GET /rest/api/3/user/bulk',
      charge: { perObject: 2, atMost: accountIds.length },
      send: () => asApp().requestJira(route`/rest/api/3/user/bulk?${query}`),
      schema: Accounts,
      objects: (answer) => answer.values.length,
    });
    return values.map(({ guest = false, appType, ...account }) => ({
      ...account,
      traits: { guest, serviceAccount: appType === 'service' },
    }));
  }

  private readUser(accountId: string) {
    return this.calls.read({
      operation: 'GET /rest/api/3/user',
      charge: { perObject: 2, atMost: 10 },
      send: () => asApp().requestJira(route`/rest/api/3/user?accountId=${accountId}&expand=applicationRoles`),
      schema: User,
      objects: (answer) => 1 + answer.applicationRoles.items.length,
    });
  }

  private readUserGroups(accountId: string) {
    return this.calls.read({
      operation: 'GET /rest/api/3/user/groups',
      charge: { perObject: 2, atMost: 50 },
      send: () => asApp().requestJira(route`/rest/api/3/user/groups?accountId=${accountId}`),
      schema: z.array(Group),
      objects: (answer) => answer.length,
    });
  }

  private async allGroups(
    request: (startAt: number) => ReturnType<ReturnType<typeof asApp>['requestJira']>,
  ): Promise<JiraGroup[]> {
    const groups: JiraGroup[] = [];
    for (;;) {
      const page = await this.calls.read({
        operation: 'GET /rest/api/3/group/bulk',
        charge: { perObject: 2, atMost: GROUP_PAGE },
        send: () => request(groups.length),
        schema: GroupPage,
        objects: (answer) => answer.values.length,
      });
      groups.push(...named(page.values));
      if (page.isLast || page.values.length === 0) return groups;
    }
  }
}

/** Groups are known by id only: names can be changed, and one without an id can't be acted on. */
function named(groups: readonly z.infer<typeof Group>[]): JiraGroup[] {
  return groups.flatMap(({ groupId, name }) => (groupId ? [{ id: groupId, name }] : []));
}

function idsOf(groups: readonly JiraGroup[]): ReadonlySet<string> {
  return new Set(groups.map((group) => group.id));
}
