import type { Project } from '../../../api/project-roles';
import type { Format } from '../../../components/format';
import type { GroupAccess } from './access-of';

const NAMED = 40;

/** `Administrators in 1 project, Developers in 12 projects; permission scheme Confidential: Browse projects`. */
export function accessInWords({ roles, schemes }: GroupAccess, format: Format): string {
  const places = roles.map(
    ({ name, projects }) => `${name} in ${format.count(projects.length, 'project', 'projects')}`,
  );
  const grants = schemes.map(({ name, permissions }) => `${name}: ${permissionsInWords(permissions)}`);
  const parts = [
    ...(places.length > 0 ? [places.join(', ')] : []),
    ...(grants.length > 0 ? [`permission ${grants.length === 1 ? 'scheme' : 'schemes'} ${grants.join('; ')}`] : []),
  ];
  return parts.join('; ');
}

/** `BROWSE_PROJECTS` as people read it. */
export function permissionsInWords(permissions: readonly string[]): string {
  return permissions
    .map((key) => key.toLowerCase().replaceAll('_', ' '))
    .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`)
    .join(', ');
}

/** Projects by name and key; of very many the first. */
export function projectsInWords(projects: readonly Project[], format: Format): string {
  const names = projects.slice(0, NAMED).map(({ key, name }) => (name === key ? key : `${name} (${key})`));
  const more = projects.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${format.number(more)} more` : format.list(names);
}
