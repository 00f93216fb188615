import { explainManaged } from '../domain/managed-group';
import { markGroups, type ApplicationRole, type MarkedGroup } from '../domain/jira-group';
import type { Ports } from '../ports/ports';

/** Every group of the site with what it gives, so that nobody has to look it up in the administration by hand (S58, S61). */
export async function listJiraGroups(
  ports: Pick<Ports, 'directory' | 'settings'>,
): Promise<{ groups: MarkedGroup[]; roles: ApplicationRole[] }> {
  const [roles, groups, administrators, managed] = await Promise.all([
    ports.directory.listRoles(),
    ports.directory.listGroups(),
    ports.directory.listAdministratorGroups(),
    ports.settings.listManagedGroups(),
  ]);
  const externallyManaged = new Map(managed.map((group) => [group.groupId, explainManaged(group)]));
  return { groups: markGroups(groups, roles, administrators, externallyManaged), roles };
}
