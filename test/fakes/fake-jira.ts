import type { ActivityFact } from '../../src/domain/activity';
import type { AccountId, GroupId, RoleKey } from '../../src/domain/identifiers';
import type { Instant } from '../../src/domain/instant';
import type { JiraGroup } from '../../src/domain/jira-group';
import type { NoticeMail } from '../../src/domain/notice-mail';
import type { WorkItem } from '../../src/domain/notice';
import type { GrantingRole } from '../../src/domain/software-subscription';
import type { DirectoryChange, MemberPage } from '../../src/ports/directory';
import type { Failure } from '../../src/ports/failures';
import type { FakeClock } from './fake-clock';

export interface FakePerson {
  readonly accountId: AccountId;
  readonly groups: Set<GroupId>;
  readonly accountType: string;
  guest: boolean;
  readonly serviceAccount: boolean;
  readonly soundsLikeProgram: boolean;
  active: boolean;
  /** Null: not known. */
  timeZone: string | null;
}

export interface FakeIssue {
  readonly key: string;
  readonly creation: ActivityFact;
  readonly comments: readonly ActivityFact[];
  readonly changes: readonly ActivityFact[];
}

/** An audit record: who administered, or who was given access. */
export interface FakeAuditRecord {
  readonly at: Instant;
  readonly by: AccountId | null;
  readonly assigned: AccountId | null;
  /** What the entry says can't be understood. */
  readonly isUnclear?: boolean;
  /** The group they were added to; absent: the log does not tell. */
  readonly to?: GroupId;
}

/** What a site holds. The ports that speak to Jira read and change this one state, so they always agree. */
export class FakeJira {
  readonly people = new Map<AccountId, FakePerson>();
  /** The site's own time zone. */
  timeZone: string | null = 'UTC';
  readonly groups: JiraGroup[] = [];
  readonly roles: GrantingRole[] = [];
  readonly admin = new Set<GroupId>();
  readonly siteAdmin = new Set<GroupId>();
  /** Groups that Jira does not let anybody change. */
  readonly managedElsewhere = new Set<GroupId>();
  readonly issues: FakeIssue[] = [];
  readonly worklogs: ActivityFact[] = [];
  readonly audit: FakeAuditRecord[] = [];
  /** People about whom a search gives no clear answer. */
  readonly unclear = new Set<AccountId>();
  /** Work items that a search names for a person although nothing they did there can be read. */
  readonly unseen = new Map<AccountId, string>();
  /** What the audit log tells about accounts and memberships; null on a site without one. */
  directoryLog: DirectoryChange[] | null = [];
  /** What Jira makes of a page of members before it answers it. */
  alterPage: (page: MemberPage, groupId: GroupId, startAt: number) => MemberPage = (page) => page;
  /** Purchased seats by application; unlimited where nothing is said. */
  readonly seats = new Map<RoleKey, number>();
  contentBlocked = false;
  /** Work items that mail can be about. */
  readonly noticeItems: WorkItem[] = [{ id: '10001', key: 'LIC-1' }];
  /** People who can't open them. */
  readonly blind = new Set<AccountId>();
  sendsMail = true;
  readonly mails: (NoticeMail & { readonly to: AccountId; readonly at: Instant })[] = [];
  /** Names of projects by who may browse them. */
  readonly projects = { app: ['Alpha'], caller: ['Alpha', 'Beta'] };
  /** Undefined: the platform does not tell. */
  agreedScopes: readonly string[] | undefined = ['write:group:jira'];
  /** Work items that only the person at the page sees. */
  hiddenIssues = 0;
  /** Work items on which nobody of the company works, only counted: they make reading everything dear. */
  otherIssues = 0;
  /** Work items in projects that the app may not browse. */
  readonly seenByCallerOnly: FakeIssue[] = [];
  /** The most people Jira looks at in one search. */
  clauseLimit = Infinity;
  callerIsAdministrator = true;
  appIsAdministrator = true;
  operatorMayAct = true;
  /** How long every call takes. */
  callMs = 0;
  /** Every membership that was really taken away, in order: somebody who is not in a group can't be removed from it. */
  readonly removals: { readonly groupId: GroupId; readonly accountId: AccountId }[] = [];
  /** What happens elsewhere while Jira works on a call. */
  meanwhile: (operation: string) => Promise<void> = () => Promise.resolve();
  /** Decides whether a call fails; its effect does not happen. */
  failure: (operation: string) => Failure | undefined = () => undefined;
  /** Decides whether a call fails although it took effect. */
  failureAfter: (operation: string) => Failure | undefined = () => undefined;
  /** Decides whether a change of a membership is answered as done although nothing happens. */
  ignores: (operation: string) => boolean = () => false;
  spent = { requests: 0, points: 0 };

  constructor(readonly clock: FakeClock) {}

  addGroup(id: GroupId, access: 'none' | 'admin' | 'site-admin' = 'none'): void {
    this.groups.push({ id, name: `name of ${id}` });
    if (access !== 'none') this.admin.add(id);
    if (access === 'site-admin') this.siteAdmin.add(id);
  }

  addPerson(accountId: AccountId, groups: readonly GroupId[], about: Partial<FakePerson> = {}): FakePerson {
    const person = {
      accountId,
      accountType: 'atlassian',
      guest: false,
      serviceAccount: false,
      soundsLikeProgram: false,
      timeZone: null,
      active: true,
      ...about,
      groups: new Set(groups),
    };
    this.people.set(accountId, person);
    return person;
  }

  /** Changes a membership the way Jira does: it is audited. */
  move(accountId: AccountId, groupId: GroupId, joined: boolean): void {
    const groups = this.people.get(accountId)?.groups;
    if (groups?.has(groupId) === joined) return;
    if (joined) groups?.add(groupId);
    else groups?.delete(groupId);
    this.directoryLog?.push({ at: this.clock.now(), accountId, group: { id: groupId, name: null }, joined });
    if (joined) this.audit.push({ at: this.clock.now(), by: null, assigned: accountId, to: groupId });
  }

  /** Deactivates an account or takes that back; audited. */
  setActive(accountId: AccountId, active: boolean): void {
    const person = this.people.get(accountId);
    if (person) person.active = active;
    this.directoryLog?.push({ at: this.clock.now(), accountId, group: null, joined: false });
  }

  membersOf(groupId: GroupId): FakePerson[] {
    return [...this.people.values()].filter((person) => person.groups.has(groupId));
  }

  rolesOf(person: FakePerson): string[] {
    if (!person.active) return [];
    return this.roles.filter((role) => role.groupIds.some((id) => person.groups.has(id))).map((role) => role.key);
  }

  /** Goes through Jira's door: time passes, the call is counted, and it may fail. */
  async answer<Value>(operation: string, value: () => Value): Promise<Value> {
    await this.meanwhile(operation);
    this.clock.advance(this.callMs);
    this.spent = { requests: this.spent.requests + 1, points: this.spent.points + 1 };
    const refused = this.failure(operation);
    if (refused) throw refused;
    const answered = value();
    const lost = this.failureAfter(operation);
    if (lost) throw lost;
    return answered;
  }
}
