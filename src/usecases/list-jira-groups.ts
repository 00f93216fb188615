import { markGroups, type ApplicationRole, type MarkedGroup } from '../domain/jira-group';
import type { Ports } from '../ports/ports';

/** Every group of the site with what it gives, so that nobody has to look it up in the administration by hand (S58, S61). */
export async function listJiraGroups(
  ports: Pick<Ports, 'directory' | 'settings'>,
): Promise<{ groups: MarkedGroup[]; roles: ApplicationRole[] }> {
  const [roles, groups, administrators, externallyManaged] = await Promise.all([
    ports.directory.listRoles(),
    ports.directory.listGroups(),
    ports.directory.listAdministratorGroups(),
    ports.settings.listExternallyManaged(),
  ]);
  return { groups: markGroups(groups, roles, administrators, externallyManaged), roles };
}
