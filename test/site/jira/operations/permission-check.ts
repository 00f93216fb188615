import { z } from 'zod';
import { badRequest, forbidden, ok } from '../door/answer';
import { readBody } from '../door/body';
import type { Call, Operation } from '../door/operation';
import { permission } from './permissions';

const MOST_IDS = 1000;
/** The first project id a site hands out. */
const FIRST_PROJECT_ID = 10_000;

const Ids = z.array(z.number().nullable()).nullish();
const ProjectPermissions = z.strictObject({ permissions: z.array(z.string()), projects: Ids, issues: Ids });
const Asked = {
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string().nullable()).nullish(),
  projectPermissions: z.array(ProjectPermissions.nullable()).nullish(),
};

/** Which of some permissions a person has, everywhere and in projects and issues. */
const check: Operation = {
  method: 'POST',
  path: '/rest/api/3/permissions/check',
  run(call) {
    const asked = readBody(call.body, Asked);
    const accountId = asked.accountId ?? call.actor.accountId;
    if (accountId !== call.actor.accountId && !call.state.access.isJiraAdmin(call.actor.accountId))
      throw forbidden('Only Jira administrators can perform this operation.');
    if (call.state.directory.user(accountId) === undefined) throw badRequest(`There is no user ${accountId}.`);
    const globalPermissions = present(asked.globalPermissions).filter((key) => holds(call, accountId, key, 'GLOBAL'));
    const projectPermissions = present(asked.projectPermissions).flatMap((wanted) => granted(call, accountId, wanted));
    const points = 1 + 2 * (globalPermissions.length + projectPermissions.length);
    return ok({ globalPermissions, projectPermissions }, points);
  },
};

/** What is granted of one question, permission by permission. Ids that name nothing are ignored. */
function granted(call: Call, accountId: string, asked: z.infer<typeof ProjectPermissions>) {
  const keys = asked.permissions.filter((key) => key !== '');
  if (keys.length === 0) throw badRequest('At least one project permission must be provided.');
  const [projects, issues] = [distinct(asked.projects), distinct(asked.issues)];
  if (projects.length > MOST_IDS || issues.length > MOST_IDS)
    throw badRequest(`At most ${MOST_IDS} projects and ${MOST_IDS} issues can be checked.`);
  return keys.map((key) => {
    const isHeld = holds(call, accountId, key, 'PROJECT');
    const sees = isSeen(call, accountId);
    return {
      permission: key,
      issues: isHeld ? issues.filter(sees.issue) : [],
      projects: isHeld ? projects.filter(sees.project) : [],
    };
  });
}

/** The deactivated have no permissions, whatever groups they are in. Throws Jira's 400 for a permission it does not know. */
function holds(call: Call, accountId: string, key: string, type: 'GLOBAL' | 'PROJECT'): boolean {
  const { holds: isHeldBy } = permission(key, type);
  return call.state.directory.user(accountId)?.active === true && isHeldBy(call, accountId);
}

/** Of a project or issue that somebody can't see, they have no permission. */
function isSeen({ state }: Call, accountId: string) {
  const [seesIssue, seesProject] = [state.visibility.forAccount(accountId), state.visibility.ofProjects(accountId)];
  return {
    issue: (id: number): boolean => {
      const row = state.issues.rowOfId(id);
      return row !== undefined && seesIssue(row);
    },
    project: (id: number): boolean => {
      const index = id - FIRST_PROJECT_ID;
      return state.issues.table.projects.name(index) !== null && seesProject(index);
    },
  };
}

const present = <Value>(values: readonly (Value | null)[] | null | undefined): Value[] =>
  (values ?? []).filter((value) => value !== null);
const distinct = (ids: readonly (number | null)[] | null | undefined): number[] => [...new Set(present(ids))];

export const permissionCheck: readonly Operation[] = [check];
