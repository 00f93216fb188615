import { RecordError } from '../../core/parts';
import { ADDONS_GROUP, APP_ACCOUNT_ID } from '../state/app-user';
import type { AuditRecord, GroupRecord, IssueRecord, RoleRecord, SiteRecord, UserRecord, ViewRecord } from './records';

interface Line<R> {
  readonly line: number;
  readonly record: R;
}

/** The records of a file with the lines they came from. */
export interface Numbered {
  site: Line<SiteRecord>[];
  role: Line<RoleRecord>[];
  group: Line<GroupRecord>[];
  user: Line<UserRecord>[];
  issue: Line<IssueRecord>[];
  audit: Line<AuditRecord>[];
  view: Line<ViewRecord>[];
}

/** Checks what no single line can tell: ids used once, and references that lead somewhere. Throws RecordError. */
export function checkReferences(read: Numbered): void {
  unique(read.site, 'kind', ({ kind }) => kind);
  unique(read.role, 'key', ({ key }) => key);
  const groups = unique(read.group, 'id', ({ id }) => id);
  unique(read.group, 'name', ({ name }) => name);
  const users = unique(read.user, 'accountId', ({ accountId }) => accountId);
  const issues = unique(read.issue, 'key', ({ key }) => key);
  unique(read.audit, 'id', ({ id }) => id);
  for (const { line, record } of read.role) {
    mustExist(line, 'role', 'groups', record.groups, groups, 'group');
    mustExist(line, 'role', 'defaultGroups', record.defaultGroups, groups, 'group');
  }
  for (const { line, record } of read.user) {
    mustExist(line, 'user', 'groups', record.groups, groups, 'group');
    mustExist(line, 'user', 'leftGroups', record.leftGroups ?? [], groups, 'group');
  }
  notTheSites(read);
  checkIssues(read.issue, users);
  for (const { line, record } of read.audit) {
    mustExist(line, 'audit', 'author', record.author === null ? [] : [record.author], users, 'user');
    mustExist(line, 'audit', 'group', record.group === undefined ? [] : [record.group], groups, 'group');
  }
  for (const { line, record } of read.view) {
    mustExist(line, 'view', 'by', [record.by], users, 'user');
    mustExist(line, 'view', 'issue', [record.issue], issues, 'issue');
  }
}

/** The app's own account and its group are in no file: the site adds them, as Atlassian does. */
function notTheSites({ user, group }: Numbered): void {
  const refuse = (line: number, field: string, value: string): never => {
    throw new RecordError(`line ${line}: ${field}: ${value} is what the site adds itself for the app`);
  };
  for (const { line, record } of user)
    if (record.accountId === APP_ACCOUNT_ID) refuse(line, 'user field accountId', record.accountId);
  for (const { line, record } of group) {
    if (record.id === ADDONS_GROUP.id) refuse(line, 'group field id', record.id);
    if (record.name === ADDONS_GROUP.name) refuse(line, 'group field name', record.name);
  }
}

function checkIssues(issues: readonly Line<IssueRecord>[], users: ReadonlySet<string>): void {
  const seen = { comments: new Set<string>(), histories: new Set<string>(), worklogs: new Set<string>() };
  for (const { line, record } of issues) {
    if (!record.key.startsWith(`${record.project}-`))
      throw new RecordError(`line ${line}: issue field key: ${record.key} is not in project ${record.project}`);
    if (record.creator !== null) mustExist(line, 'issue', 'creator', [record.creator], users, 'user');
    for (const list of ['comments', 'histories', 'worklogs'] as const)
      for (const [index, event] of record[list].entries()) {
        if (seen[list].has(event.id))
          throw new RecordError(`line ${line}: issue field ${list}[${index}].id: ${event.id} is used twice`);
        seen[list].add(event.id);
        checkPeople(line, `${list}[${index}]`, event, users);
      }
  }
}

function checkPeople(
  line: number,
  field: string,
  event: { author: string | null; updateAuthor?: string | null | undefined },
  users: ReadonlySet<string>,
): void {
  for (const role of ['author', 'updateAuthor'] as const) {
    const person = event[role] ?? null;
    if (person !== null && !users.has(person))
      throw new RecordError(`line ${line}: issue field ${field}.${role}: there is no user ${person}`);
  }
}

function unique<R>(lines: readonly Line<R>[], field: string, idOf: (record: R) => string): Set<string> {
  const seen = new Set<string>();
  for (const { line, record } of lines) {
    const id = idOf(record);
    if (seen.has(id)) throw new RecordError(`line ${line}: field ${field}: ${id} is used twice`);
    seen.add(id);
  }
  return seen;
}

function mustExist(
  line: number,
  kind: string,
  field: string,
  wanted: readonly string[],
  known: ReadonlySet<string>,
  what: string,
): void {
  for (const id of wanted)
    if (!known.has(id)) throw new RecordError(`line ${line}: ${kind} field ${field}: there is no ${what} ${id}`);
}
