import type { ReclaimResult } from '../../../../../../src/shared/contract';
import type { PermissionScheme } from '../../../api/permission-schemes';
import type { NamedGroup, Project, RoleOfProject, RolesOfProject } from '../../../api/project-roles';

export type LeftGroup = ReclaimResult['groups'][number];

/** What one group gives besides apps, as far as it was read. */
export interface GroupAccess {
  readonly roles: readonly { readonly name: string; readonly projects: readonly Project[] }[];
  readonly schemes: readonly { readonly name: string; readonly permissions: readonly string[] }[];
}

/** A project that nobody but the groups that are left administers. */
export interface LonelyProject {
  readonly project: Project;
  readonly groups: readonly string[];
}

/** In which roles of projects a group acts, those with the most projects first, and which permission schemes name it. */
export function accessOf(
  group: LeftGroup,
  read: readonly RolesOfProject[],
  schemes: readonly PermissionScheme[],
): GroupAccess {
  const projects = new Map<string, Project[]>();
  for (const { project, roles } of read)
    for (const { name, groups } of roles)
      if (groups.some((named) => isSame(group, named))) projects.set(name, [...(projects.get(name) ?? []), project]);
  return {
    roles: [...projects]
      .map(([name, list]) => ({ name, projects: list }))
      .sort((a, b) => b.projects.length - a.projects.length || a.name.localeCompare(b.name)),
    schemes: schemes.flatMap(({ name, toGroups }) => {
      const permissions = toGroups.filter((grant) => isSame(group, grant.group)).map(({ permission }) => permission);
      return permissions.length > 0 ? [{ name, permissions }] : [];
    }),
  };
}

/** Projects whose every administrator is one of these groups. Only of projects that were read completely. */
export function lonelyProjects(
  left: readonly LeftGroup[],
  read: readonly RolesOfProject[],
  schemes: readonly PermissionScheme[],
): readonly LonelyProject[] {
  const administering = administeringRoles(schemes);
  return read.flatMap(({ project, roles, isWhole }) => {
    const own = roles.filter((role) => administers(role, administering));
    const actors = own.reduce((sum, role) => sum + role.actors, 0);
    const matched = own.flatMap(({ groups }) =>
      groups.flatMap((named) => left.filter((group) => isSame(group, named)).slice(0, 1)),
    );
    const groups = [...new Set(matched.map(({ name }) => name))].sort();
    return isWhole && actors > 0 && matched.length === actors ? [{ project, groups }] : [];
  });
}

/** Jira may say it of a role, a permission scheme may grant it to a role, or its name says it. */
function administers({ isAdministrators, roleId, name }: RoleOfProject, administering: ReadonlySet<string>): boolean {
  return isAdministrators || administering.has(roleId) || /^administrators?$/i.test(name);
}

function administeringRoles(schemes: readonly PermissionScheme[]): ReadonlySet<string> {
  const grants = schemes.flatMap(({ toRoles }) => toRoles);
  return new Set(grants.filter(({ permission }) => permission === 'ADMINISTER_PROJECTS').map(({ roleId }) => roleId));
}

/** Groups can be renamed, so the name counts only where no id is told. */
function isSame({ id, name }: LeftGroup, named: NamedGroup): boolean {
  return named.id === null ? named.name === name : named.id === id;
}
