import type { GroupId, RoleKey } from './identifiers';
import { isAdministratorGroup, type AdministratorGroups } from './jira-group';

/** Which groups give which application, as Jira said at one moment. */
export type GroupsOfRoles = readonly { readonly key: RoleKey; readonly groupIds: readonly GroupId[] }[];

export function groupsOfRoles(roles: readonly { key: RoleKey; groups: readonly { id: GroupId }[] }[]): GroupsOfRoles {
  return roles.map(({ key, groups }) => ({ key, groupIds: groups.map(({ id }) => id) }));
}

/**
 * What changed in Jira's groups since a profile was validated, as far as it concerns its selection, with what to do. Undefined:
 * nothing.
 */
export function groupDrift(
  selected: readonly GroupId[],
  validated: GroupsOfRoles | null,
  current: GroupsOfRoles,
  administrators: AdministratorGroups,
): string | undefined {
  if (selected.some((id) => isAdministratorGroup(id, administrators)))
    return 'A selected group gives administrators’ rights now. Remove it from the profile.';
  if (validated === null)
    return 'The profile was validated before this app remembered which groups give which seats. Validate it again.';
  const concerned = [...validated, ...current].filter(({ groupIds }) => groupIds.some((id) => selected.includes(id)));
  for (const key of new Set(concerned.map((role) => role.key))) {
    const before = groupsOf(key, validated);
    const now = groupsOf(key, current);
    if (before.size !== now.size || [...before].some((id) => !now.has(id)))
      return `The groups that give ${key} changed in Jira since the profile was validated. Check the selection and validate it again.`;
  }
  return undefined;
}

function groupsOf(key: RoleKey, roles: GroupsOfRoles): ReadonlySet<GroupId> {
  return new Set(roles.find((role) => role.key === key)?.groupIds);
}
