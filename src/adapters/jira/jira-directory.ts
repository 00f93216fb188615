import { asApp, asUser, route } from '@forge/api';
import { z } from 'zod';
import type { AccountId } from '../../domain/identifiers';
import type { Instant } from '../../domain/instant';
import type { AdministratorGroups, ApplicationRole, JiraGroup } from '../../domain/jira-group';
import { PageWatch } from '../../domain/list-end';
import { soundsLikeProgram } from '../../domain/programs/program-name';
import { Failure, isFailure } from '../../ports/failures';
import type { Account as FoundAccount, Directory, DirectoryChanges, MemberPage, Person } from '../../ports/directory';
import { readDirectoryChanges } from './directory-changes';
import type { JiraCalls } from './jira-calls';
import { nameOf, readElements } from './read-elements';
import { readGroups } from './read-groups';
import { readMembers } from './read-member-page';
import { readRoles } from './read-roles';

const Page = z.object({ values: z.array(z.unknown()), isLast: z.boolean() });
const Project = z.object({ name: z.string() });
const Account = z.object({ accountId: z.string().min(1), accountType: z.string(), active: z.boolean() });
const Members = z.object({
  values: z.array(z.unknown()),
  total: z.number().nullish().catch(null),
  isLast: z.boolean(),
});
const User = z.object({
  accountId: z.string(),
  accountType: z.string(),
  active: z.boolean(),
  displayName: z.string().nullish(),
  guest: z.boolean().optional(),
  appType: z.string().optional(),
  emailAddress: z.string().nullish(),
  timeZone: z.string().nullish().catch(null),
  applicationRoles: z.object({ items: z.array(z.object({ key: z.string() })) }),
});

const Accounts = z.object({ values: z.array(z.unknown()) });
const FoundAccount = Account.extend({ guest: z.boolean().optional(), appType: z.string().optional() });

const MEMBER_PAGE = 50;
const ACCOUNT_PAGE = 50;
const GROUP_PAGE = 50;
const PROJECT_PAGE = 50;
/** More pages of groups or projects than the largest sites have. */
const MOST_PAGES = 1000;

/** Reads groups and people as the app itself. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/ */
export class JiraDirectory implements Directory {
  constructor(private readonly calls: JiraCalls) {}

  listRoles(): Promise<ApplicationRole[]> {
    return readRoles(this.calls);
  }

  listGroups(): Promise<JiraGroup[]> {
    return this.allGroups('lenient', (startAt) =>
      asApp().requestJira(route`/rest/api/3/group/bulk?startAt=${startAt}&maxResults=${GROUP_PAGE}`),
    );
  }

  async listAdministratorGroups(): Promise<AdministratorGroups> {
    const [admin, siteAdmin] = await Promise.all([
      this.allGroups('strict', (startAt) =>
        asApp().requestJira(route`/rest/api/3/group/bulk?accessType=admin&startAt=${startAt}&maxResults=${GROUP_PAGE}`),
      ),
      this.allGroups('strict', (startAt) =>
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
    return { members: readMembers(values, startAt), total: total ?? null, nextStartAt };
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
        serviceAccount: user.appType === 'service' || isServiceAddress(user.emailAddress),
        soundsLikeProgram: soundsLikeProgram(user.displayName ?? ''),
        timeZone: user.timeZone ?? null,
        groupIds: groups.map((group) => group.id),
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
    const watch = new PageWatch(MOST_PAGES);
    for (;;) {
      const page = await this.calls.read({
        operation: 'GET /rest/api/3/project/search',
        charge: { perObject: 1, atMost: PROJECT_PAGE },
        send: () =>
          actor.requestJira(route`/rest/api/3/project/search?startAt=${names.length}&maxResults=${PROJECT_PAGE}`),
        schema: Page,
        objects: (answer) => answer.values.length,
      });
      names.push(...page.values.map((project) => Project.safeParse(project).data?.name ?? nameOf(project) ?? '?'));
      if (page.isLast || page.values.length === 0) return names;
      mustEnd(watch, page.values, 'GET /rest/api/3/project/search');
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
    return readElements(FoundAccount, values).values.map(({ guest = false, appType, ...account }) => ({
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

  private async readUserGroups(accountId: string): Promise<readonly JiraGroup[]> {
    const operation = 'GET /rest/api/3/user/groups';
    const answer = await this.calls.read({
      operation,
      charge: { perObject: 2, atMost: 50 },
      send: () => asApp().requestJira(route`/rest/api/3/user/groups?accountId=${accountId}`),
      schema: z.array(z.unknown()),
      objects: (groups) => groups.length,
    });
    return wholeGroups(answer, operation);
  }

  /** `strict`: what protects people has to be understood as a whole. */
  private async allGroups(
    how: 'strict' | 'lenient',
    request: (startAt: number) => ReturnType<ReturnType<typeof asApp>['requestJira']>,
  ): Promise<JiraGroup[]> {
    const operation = 'GET /rest/api/3/group/bulk';
    const groups: JiraGroup[] = [];
    const watch = new PageWatch(MOST_PAGES);
    for (let startAt = 0; ;) {
      const page = await this.calls.read({
        operation,
        charge: { perObject: 2, atMost: GROUP_PAGE },
        send: () => request(startAt),
        schema: Page,
        objects: (answer) => answer.values.length,
      });
      groups.push(...(how === 'strict' ? wholeGroups(page.values, operation) : readGroups(page.values).groups));
      startAt += page.values.length;
      if (page.isLast || page.values.length === 0) return groups;
      mustEnd(watch, page.values, operation);
    }
  }
}

/** Where a group that is left out would leave people unprotected, nothing is concluded from the answer. */
function wholeGroups(list: readonly unknown[], operation: string): readonly JiraGroup[] {
  const { groups, unread } = readGroups(list);
  if (unread === 0) return groups;
  throw new Failure('jira-changed', `Jira’s answer to ${operation} names groups that can’t be understood.`, {
    operation,
  });
}

/** Jira tells of more, whatever is read: nothing is concluded from a list that does not end. */
function mustEnd(watch: PageWatch, page: readonly unknown[], operation: string): void {
  if (watch.endAfter(JSON.stringify(page)) === undefined) return;
  throw new Failure('jira-changed', `Jira’s answer to ${operation} does not come to an end.`, { operation });
}

function idsOf(groups: readonly JiraGroup[]): ReadonlySet<string> {
  return new Set(groups.map((group) => group.id));
}

/** Atlassian gives its service accounts addresses of a domain of their own. */
function isServiceAddress(address: string | null | undefined): boolean {
  return address?.toLowerCase().endsWith('@serviceaccount.atlassian.com') ?? false;
}
