import type { GroupId, RoleKey } from './identifiers';

export interface JiraGroup {
  readonly id: GroupId;
  readonly name: string;
}

/** An application role as Jira describes it. */
export interface ApplicationRole {
  readonly key: RoleKey;
  readonly name: string;
  readonly groups: readonly JiraGroup[];
  readonly defaultGroupIds: readonly GroupId[];
  /** Purchased seats; null when unlimited. */
  readonly seats: number | null;
  readonly usedSeats: number;
  /** Not all groups that give its seat could be understood. */
  readonly isPartial?: boolean;
}

export type GroupAccess = 'none' | 'user' | 'admin' | 'site-admin';

/** A group with everything an administrator must know before selecting it. */
export interface MarkedGroup extends JiraGroup {
  readonly roles: readonly RoleKey[];
  readonly defaultFor: readonly RoleKey[];
  readonly access: GroupAccess;
  /** Jira refused to change it before, or people come back to it. */
  readonly externallyManaged: boolean;
  /** Why; null when nothing is known. */
  readonly managedBecause: string | null;
  /** Gives a seat and no administrator's rights, so it is offered first. */
  readonly preselected: boolean;
}

export interface AdministratorGroups {
  readonly admin: ReadonlySet<GroupId>;
  readonly siteAdmin: ReadonlySet<GroupId>;
}

export function isAdministratorGroup(groupId: GroupId, administrators: AdministratorGroups): boolean {
  return administrators.admin.has(groupId) || administrators.siteAdmin.has(groupId);
}

/** Marks every group of the site; groups that only a role knows are added. Sorted by name. */
export function markGroups(
  groups: readonly JiraGroup[],
  roles: readonly ApplicationRole[],
  administrators: AdministratorGroups,
  externallyManaged: ReadonlyMap<GroupId, string>,
): MarkedGroup[] {
  const known = new Map<GroupId, JiraGroup>();
  for (const group of [...roles.flatMap((role) => role.groups), ...groups]) known.set(group.id, group);
  return [...known.values()]
    .map((group) => {
      const giving = roles.filter((role) => role.groups.some((member) => member.id === group.id));
      const access = accessOf(group.id, giving.length > 0, administrators);
      return {
        ...group,
        roles: giving.map((role) => role.key),
        defaultFor: giving.filter((role) => role.defaultGroupIds.includes(group.id)).map((role) => role.key),
        access,
        externallyManaged: externallyManaged.has(group.id),
        managedBecause: externallyManaged.get(group.id) ?? null,
        preselected: access === 'user',
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function accessOf(groupId: GroupId, givesSeat: boolean, administrators: AdministratorGroups): GroupAccess {
  if (administrators.siteAdmin.has(groupId)) return 'site-admin';
  if (administrators.admin.has(groupId)) return 'admin';
  return givesSeat ? 'user' : 'none';
}
