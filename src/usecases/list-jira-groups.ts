import type { GroupId } from '../domain/identifiers';
import { explainManaged } from '../domain/managed-group';
import { markGroups, type ApplicationRole, type MarkedGroup } from '../domain/jira-group';
import type { Ports } from '../ports/ports';

/** A group with what it gives, and how many people were found in it again after they had been removed. */
export interface ListedGroup extends MarkedGroup {
  readonly returnedPeople: number;
}

/** Every group of the site with what it gives, so that nobody has to look it up in the administration by hand (S58, S61). */
export async function listJiraGroups(
  ports: Pick<Ports, 'directory' | 'settings'>,
): Promise<{ groups: ListedGroup[]; roles: ApplicationRole[] }> {
  const [roles, groups, administrators, managed, returns] = await Promise.all([
    ports.directory.listRoles(),
    ports.directory.listGroups(),
    ports.directory.listAdministratorGroups(),
    ports.settings.listManagedGroups(),
    ports.settings.listReturns(),
  ]);
  const externallyManaged = new Map(managed.map((group) => [group.groupId, explainManaged(group)]));
  const returned = (id: GroupId) => new Set((returns.get(id) ?? []).map(({ accountId }) => accountId)).size;
  const marked = markGroups(groups, roles, administrators, externallyManaged);
  return { groups: marked.map((group) => ({ ...group, returnedPeople: returned(group.id) })), roles };
}
