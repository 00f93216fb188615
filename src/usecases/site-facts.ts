import type { GroupId } from '../domain/identifiers';
import type { AdministratorGroups, ApplicationRole } from '../domain/jira-group';
import { labeled } from '../domain/software-model';
import { Failure } from '../ports/failures';
import type { Ports } from '../ports/ports';

/** What Jira says about the site as a whole; read once and used for several people of one burst. */
export interface SiteFacts {
  readonly roles: readonly ApplicationRole[];
  readonly administrators: AdministratorGroups;
  readonly contentBlocked: boolean;
  /** Groups that Jira refused to change before. */
  readonly externallyManaged: ReadonlySet<GroupId>;
}

export async function readSiteFacts(ports: Pick<Ports, 'directory' | 'settings' | 'models'>): Promise<SiteFacts> {
  const [models, roles, administrators, contentBlocked, externallyManaged] = await Promise.all([
    ports.models.list(),
    ports.directory.listRoles(),
    ports.directory.listAdministratorGroups(),
    ports.directory.isContentBlocked(),
    ports.settings.listExternallyManaged(),
  ]);
  mustBeWhole(roles);
  return { roles: roles.map((role) => labeled(role, models)), administrators, contentBlocked, externallyManaged };
}

/** A group may give a seat that nobody knows of: then nobody can say what a person would lose. */
function mustBeWhole(roles: readonly ApplicationRole[]): void {
  const partial = roles.find(({ isPartial }) => isPartial);
  if (!partial) return;
  const why = `Jira’s answer about ${partial.name} can’t be understood, so it is not known which groups give its seat.`;
  throw new Failure('jira-changed', why, { operation: 'GET /rest/api/3/applicationrole' });
}
