import type { GroupId } from './identifiers';

/** What somebody may do in this app, from most to least; each role includes the ones after it. */
export const APP_ROLES = ['administrator', 'integrator', 'reclaimer', 'viewer'] as const;
export type AppRole = (typeof APP_ROLES)[number];

/** Who has a role besides Jira administrators, who have all of them: the members of these groups. */
export interface AppRoleGrants {
  readonly revision: number;
  readonly integratorGroupIds: readonly GroupId[];
  readonly reclaimerGroupIds: readonly GroupId[];
  readonly viewerGroupIds: readonly GroupId[];
}

export const NO_GRANTS: AppRoleGrants = {
  revision: 0,
  integratorGroupIds: [],
  reclaimerGroupIds: [],
  viewerGroupIds: [],
};

/** The roles of somebody who does not administer Jira, by their groups. */
export function rolesOf(groupIds: readonly GroupId[], grants: AppRoleGrants): AppRole[] {
  const isIn = (granted: readonly GroupId[]) => groupIds.some((groupId) => granted.includes(groupId));
  if (isIn(grants.integratorGroupIds)) return ['integrator', 'reclaimer', 'viewer'];
  if (isIn(grants.reclaimerGroupIds)) return ['reclaimer', 'viewer'];
  return isIn(grants.viewerGroupIds) ? ['viewer'] : [];
}

/** Roles are for people of the site: a customer of a help desk, or an app, has none, whatever groups it is in. */
export function canHoldRole({
  active,
  accountType,
}: {
  readonly active: boolean;
  readonly accountType: string;
}): boolean {
  return active && accountType === 'atlassian';
}

export function hasGrants(grants: AppRoleGrants): boolean {
  return grants.integratorGroupIds.length + grants.reclaimerGroupIds.length + grants.viewerGroupIds.length > 0;
}
