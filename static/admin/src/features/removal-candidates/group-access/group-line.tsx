import type { PermissionScheme } from '../../../api/permission-schemes';
import type { RolesOfProject } from '../../../api/project-roles';
import { DataTable } from '../../../components/data-table';
import { Disclosure } from '../../../components/disclosure';
import { useFormat } from '../../../components/format';
import { accessOf, type LeftGroup } from './access-of';
import { accessInWords, permissionsInWords, projectsInWords } from './access-words';

interface GroupLineProps {
  readonly group: LeftGroup;
  readonly read: readonly RolesOfProject[];
  readonly schemes: readonly PermissionScheme[];
  /** Nothing found means that there is nothing. */
  readonly isAllRead: boolean;
}

/** One group in a sentence, with the projects on demand. */
export function GroupLine({ group, read, schemes, isAllRead }: GroupLineProps) {
  const format = useFormat();
  const access = accessOf(group, read, schemes);
  const words = accessInWords(access, format);
  const rows = [
    ...access.roles.map(({ name, projects }) => ({
      key: `role ${name}`,
      what: name,
      where: projectsInWords(projects, format),
    })),
    ...access.schemes.map(({ name, permissions }) => ({
      key: `scheme ${name}`,
      what: `Permission scheme ${name}`,
      where: permissionsInWords(permissions),
    })),
  ];
  if (rows.length === 0)
    return (
      <li>
        <strong>{group.name}</strong>:{' '}
        {isAllRead ? 'no role in any project, and no permission scheme names it' : 'nothing found so far'}.
      </li>
    );
  return (
    <li>
      <strong>{group.name}</strong>: {words}.
      <Disclosure title={`Where ${group.name} acts`}>
        <DataTable
          label={`What ${group.name} gives in projects`}
          columns={[
            { key: 'what', header: 'Role or scheme', cell: ({ what }) => what },
            { key: 'where', header: 'Projects or permissions', cell: ({ where }) => where },
          ]}
          rows={rows}
          rowKey={({ key }) => key}
        />
      </Disclosure>
    </li>
  );
}
