import { fieldsOf, groupOf, type Ask, type NamedGroup } from './project-roles';

/** What a permission scheme grants to groups and roles; other holders are of no interest here. */
export interface PermissionScheme {
  readonly name: string;
  readonly toGroups: readonly { readonly permission: string; readonly group: NamedGroup }[];
  readonly toRoles: readonly { readonly permission: string; readonly roleId: string }[];
}

/** All permission schemes of the site, in one request. Throws when Jira refuses or answers in another form. */
export async function readPermissionSchemes(ask: Ask): Promise<readonly PermissionScheme[]> {
  const { permissionSchemes } = fieldsOf(await ask('/rest/api/3/permissionscheme?expand=permissions,group'));
  if (!Array.isArray(permissionSchemes)) throw new Error('Jira told no permission schemes');
  return permissionSchemes.map(schemeOf);
}

function schemeOf(value: unknown): PermissionScheme {
  const { name, permissions } = fieldsOf(value);
  if (!Array.isArray(permissions)) throw new Error('Jira told a permission scheme without what it grants');
  const grants = permissions.map((grant: unknown) => {
    const { permission, holder } = fieldsOf(grant);
    return { permission: String(permission), holder: fieldsOf(holder) };
  });
  return {
    name: String(name),
    toGroups: grants.flatMap(({ permission, holder: { type, parameter, value: id, group } }) => {
      if (type !== 'group') return [];
      const told = fieldsOf(group);
      const [named] = groupOf(id ?? told['groupId'], parameter ?? told['name']);
      if (!named) throw new Error('Jira told a grant to a group that has neither id nor name');
      return [{ permission, group: named }];
    }),
    toRoles: grants.flatMap(({ permission, holder: { type, parameter, value: id } }) =>
      type === 'projectRole' ? [{ permission, roleId: String(id ?? parameter) }] : [],
    ),
  };
}
