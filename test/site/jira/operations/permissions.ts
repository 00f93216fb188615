import { badRequest, notModeled, ok, Refusal } from '../door/answer';
import type { Call, Operation } from '../door/operation';

interface Permission {
  readonly id: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  readonly description: string;
  readonly holds: (call: Call, accountId: string) => boolean;
}

/** The permissions this site models. */
const PERMISSIONS: Readonly<Record<string, Permission>> = {
  ADMINISTER: {
    id: '0',
    name: 'Administer Jira',
    type: 'GLOBAL',
    description: 'Create and administer projects, issue types, fields, workflows, and schemes for all projects.',
    holds: ({ state }, accountId) => state.access.isJiraAdmin(accountId),
  },
  SYSTEM_ADMIN: {
    id: '44',
    name: 'System Administer',
    type: 'GLOBAL',
    description: 'Ability to perform all administration functions.',
    holds: () => false, // nobody has it on a cloud site, site administrators included
  },
  USER_PICKER: {
    id: '27',
    name: 'Browse users and groups',
    type: 'GLOBAL',
    description: 'View and select users or groups from the user picker.',
    holds: ({ state }, accountId) => state.access.browsesUsers(accountId),
  },
  BROWSE_PROJECTS: {
    id: '10',
    name: 'Browse Projects',
    type: 'PROJECT',
    description: 'Ability to browse projects and the issues within them.',
    holds: ({ state }, accountId) => state.access.usesJira(accountId),
  },
};

/** Permissions that exist on a real site and are not modeled here. */
const OTHERS = new Set(
  `ADMINISTER_PROJECTS ASSIGN_ISSUES ASSIGNABLE_USER BULK_CHANGE CLOSE_ISSUES CREATE_ATTACHMENTS CREATE_ISSUES
  CREATE_PROJECT CREATE_SHARED_OBJECTS ADD_COMMENTS DELETE_ALL_ATTACHMENTS DELETE_ALL_COMMENTS DELETE_ALL_WORKLOGS
  DELETE_ISSUES DELETE_OWN_ATTACHMENTS DELETE_OWN_COMMENTS DELETE_OWN_WORKLOGS EDIT_ALL_COMMENTS EDIT_ALL_WORKLOGS
  EDIT_ISSUES EDIT_OWN_COMMENTS EDIT_OWN_WORKLOGS LINK_ISSUES MANAGE_GROUP_FILTER_SUBSCRIPTIONS MANAGE_SPRINTS_PERMISSION
  MANAGE_WATCHERS MODIFY_REPORTER MOVE_ISSUES RESOLVE_ISSUES SCHEDULE_ISSUES SERVICEDESK_AGENT SET_ISSUE_SECURITY
  TRANSITION_ISSUES VIEW_DEV_TOOLS VIEW_READONLY_WORKFLOW VIEW_VOTERS_AND_WATCHERS WORK_ON_ISSUES`.split(/\s+/),
);

/** The permission with this key, of this type where only one is asked for; any other is Jira's 400. */
export function permission(key: string, type?: Permission['type']): Permission {
  const known = Object.hasOwn(PERMISSIONS, key) ? PERMISSIONS[key] : undefined;
  if (known !== undefined && (type === undefined || known.type === type)) return known;
  if (OTHERS.has(key)) throw notModeled(`the permission ${key}`);
  throw new Refusal(400, { errorMessages: [], errors: { [key]: 'Unrecognized permission' } });
}

const mine: Operation = {
  method: 'GET',
  path: '/rest/api/3/mypermissions',
  query: ['permissions'],
  run(call) {
    const keys = call.query.list('permissions') ?? [];
    if (keys.length === 0) throw badRequest("The 'permissions' query parameter is required.");
    const permissions: Record<string, object> = {};
    for (const key of keys) {
      const { holds, ...told } = permission(key);
      permissions[key] = { ...told, key, havePermission: holds(call, call.actor.accountId) };
    }
    return ok({ permissions }, 1 + 2 * keys.length);
  },
};

export const permissions: readonly Operation[] = [mine];
