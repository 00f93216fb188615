import type { GroupRecord, RoleRecord, UserRecord } from '../data/records';

/** The account Atlassian makes for the installed app. It is in no data file. */
export const APP_ACCOUNT_ID = '712020:6c696373-6d67-4000-8000-617070757365';

export const APP_USER: UserRecord = {
  kind: 'user',
  accountId: APP_ACCOUNT_ID,
  displayName: 'License management for Jira',
  email: null,
  accountType: 'app',
  active: true,
  created: '2014-01-01T00:00:00.000Z',
  groups: [],
};

/** The group Atlassian puts every app's user into. */
export const ADDONS_GROUP: GroupRecord = {
  kind: 'group',
  id: '61646465-6f6e-4000-8000-61646d696e73',
  name: 'atlassian-addons-admin',
  managed: 'local',
  access: 'none',
};

/**
 * Groups of the app's user: seen on a live site, the add-ons group, the Jira administrators' and every product's
 * default groups. Never a site administrators' group.
 */
export function appGroups(groups: readonly GroupRecord[], roles: readonly RoleRecord[], isAdmin: boolean): string[] {
  if (!isAdmin) return [ADDONS_GROUP.id];
  const defaults = new Set(roles.flatMap((role) => role.defaultGroups));
  const joined = groups.filter(({ id, access }) => access === 'admin' || (access !== 'site-admin' && defaults.has(id)));
  return [ADDONS_GROUP.id, ...joined.map(({ id }) => id)];
}
