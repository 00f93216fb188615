import type { AccountId, GroupId, RoleKey } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { AccountTraits } from '../domain/software-subscription';
import type { AdministratorGroups, ApplicationRole, JiraGroup } from '../domain/jira-group';

export interface GroupMember {
  readonly accountId: AccountId;
  readonly accountType: string;
  readonly active: boolean;
}

/** An account that was looked up. */
export interface Account extends GroupMember {
  readonly traits: AccountTraits;
}

export interface MemberPage {
  readonly members: readonly GroupMember[];
  /** Members of the whole group; null when Jira does not say. */
  readonly total: number | null;
  /** Where the next page starts; null after the last one. */
  readonly nextStartAt: number | null;
}

export interface Person {
  readonly accountId: AccountId;
  readonly accountType: string;
  readonly active: boolean;
  readonly guest: boolean;
  /** Belongs to a program, whatever its type says. */
  readonly serviceAccount: boolean;
  /** Nothing says so, but its name does. */
  readonly soundsLikeProgram: boolean;
  /** Their own time zone, or the site's where they show theirs to nobody; null where Jira tells none. */
  readonly timeZone: string | null;
  /** Every group the person is in. */
  readonly groupIds: readonly GroupId[];
  /** Applications the person holds a seat of now, as Jira sees it. */
  readonly roleKeys: readonly RoleKey[];
}

/** What the audit log tells about one account. */
export interface DirectoryChange {
  readonly at: Instant;
  readonly accountId: AccountId;
  /** The group it is about, by id or name; null when the account itself was changed, e.g. deactivated. */
  readonly group: { readonly id: string | null; readonly name: string | null } | null;
  /** Null: the account itself was changed, or what happened isn't understood. */
  readonly joined: boolean | null;
}

export interface DirectoryChanges {
  /** Oldest first. */
  readonly changes: readonly DirectoryChange[];
  /** False: there were more than can be read. */
  readonly complete: boolean;
}

/** Who may use what on the site. Reads as the app itself; every method throws a Failure. */
export interface Directory {
  listRoles(): Promise<ApplicationRole[]>;
  listGroups(): Promise<JiraGroup[]>;
  listAdministratorGroups(): Promise<AdministratorGroups>;
  /** Active members of a group from `startAt` on, at most `limit` (1–50, default 50), app accounts included. */
  readMembers(groupId: GroupId, startAt: number, limit?: number): Promise<MemberPage>;
  /** Those of these accounts that Jira knows, deactivated ones included. */
  findAccounts(accountIds: readonly AccountId[]): Promise<Account[]>;
  /** What the audit log tells about accounts and memberships; `jira-refused` on a site without one. */
  readChanges(from: Instant, to: Instant): Promise<DirectoryChanges>;
  /** Undefined when Jira does not know the account. */
  findPerson(accountId: AccountId): Promise<Person | undefined>;
  /** Applications the person holds a seat of now: one call, where `findPerson` takes two. Undefined: not known. */
  findSeats(accountId: AccountId): Promise<readonly RoleKey[] | undefined>;
  /** Names of the projects that the app, or the person at the page, may browse. */
  listProjects(seenBy: 'app' | 'caller'): Promise<string[]>;
  /** Whether a data security policy hides content from the app. */
  isContentBlocked(): Promise<boolean>;
}

/** What the person who is using the page, and the installation, may do. */
export interface Permissions {
  /** Scopes the administrators of the site agreed to; undefined where the platform does not tell. */
  agreedScopes(): readonly string[] | undefined;
  /** Holds the global permission Administer Jira. */
  callerAdministersJira(): Promise<boolean>;
  /** The same of the app's own user. */
  appAdministersJira(): Promise<boolean>;
}
