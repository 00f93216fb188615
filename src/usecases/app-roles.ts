import { APP_ROLES, canHoldRole, hasGrants, rolesOf, type AppRole, type AppRoleGrants } from '../domain/app-role';
import type { AccountId } from '../domain/identifiers';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';

/** What the caller may do: everything for whoever administers Jira, else what their groups were given. */
export async function findRoles(
  caller: AccountId,
  ports: Pick<Ports, 'permissions' | 'settings' | 'directory'>,
): Promise<readonly AppRole[]> {
  if (await ports.permissions.callerAdministersJira()) return APP_ROLES;
  const grants = await ports.settings.findGrants();
  if (!hasGrants(grants)) return [];
  const person = await ports.directory.findPerson(caller);
  return person && canHoldRole(person) ? rolesOf(person.groupIds, grants) : [];
}

/** Gives roles in this app to groups. Two people editing: the second is refused. */
export async function saveAppRoles(
  input: { grants: AppRoleGrants; caller: AccountId },
  ports: Pick<Ports, 'settings' | 'directory' | 'clock' | 'evidence'>,
): Promise<Outcome<AppRoleGrants>> {
  const { integratorGroupIds, reclaimerGroupIds, viewerGroupIds } = input.grants;
  const wanted = [...integratorGroupIds, ...reclaimerGroupIds, ...viewerGroupIds];
  const known = new Set((await ports.directory.listGroups()).map((group) => group.id));
  const unknown = wanted.filter((id) => !known.has(id));
  if (unknown.length > 0) return refuse('bad-input', `The site has no group with the id ${unknown.join(', ')}.`);
  try {
    const saved = await ports.settings.replaceGrants(input.grants);
    await ports.evidence.append({
      kind: 'app-roles-saved',
      at: ports.clock.now(),
      by: input.caller,
      subject: null,
      candidate: null,
      text: 'Roles in this app changed.',
      details: { integratorGroupIds, reclaimerGroupIds, viewerGroupIds },
    });
    return done(saved);
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse(
      'conflict',
      'Somebody else changed the roles while you did. Reload the page and make your change again.',
    );
  }
}
