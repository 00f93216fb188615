import type { GroupId, RoleKey } from './identifiers';
import { isAdministratorGroup, type AdministratorGroups } from './jira-group';
import type { GrantingRole } from './software-subscription';

/** What must be done to free one seat, or why it can't be. Never half: every granting group or none. */
export type RemovalPlan =
  | {
      readonly kind: 'remove';
      /** Exactly the groups that give the seat; all of them are in the profile's selection. */
      readonly groupIds: readonly GroupId[];
      /** Other applications the person loses with these groups. */
      readonly alsoLoses: readonly RoleKey[];
    }
  | { readonly kind: 'no-seat' }
  | { readonly kind: 'administrator'; readonly groupIds: readonly GroupId[] }
  /** Groups outside the profile's selection keep the seat alive: removing the others would free nothing. */
  | { readonly kind: 'kept-alive'; readonly groupIds: readonly GroupId[] }
  /** Jira would refuse to change these groups, so none is changed. */
  | { readonly kind: 'externally-managed'; readonly groupIds: readonly GroupId[] };

/**
 * Plans the removal of one person's seat of one application from what Jira says now.
 * @param userGroupIds every group the person is in
 */
export function planRemoval(
  userGroupIds: readonly GroupId[],
  roleKey: RoleKey,
  roles: readonly GrantingRole[],
  selectedGroupIds: readonly GroupId[],
  administrators: AdministratorGroups,
  externallyManaged: ReadonlySet<GroupId> = new Set(),
): RemovalPlan {
  const adminGroups = userGroupIds.filter((groupId) => isAdministratorGroup(groupId, administrators));
  if (adminGroups.length > 0) return { kind: 'administrator', groupIds: adminGroups };
  const granting = grantingGroups(userGroupIds, roleKey, roles);
  if (granting.length === 0) return { kind: 'no-seat' };
  const outside = granting.filter((groupId) => !selectedGroupIds.includes(groupId));
  if (outside.length > 0) return { kind: 'kept-alive', groupIds: outside };
  const managed = granting.filter((groupId) => externallyManaged.has(groupId));
  if (managed.length > 0) return { kind: 'externally-managed', groupIds: managed };
  const remaining = userGroupIds.filter((groupId) => !granting.includes(groupId));
  const alsoLoses = roles
    .filter((role) => role.key !== roleKey)
    .filter((role) => grantingGroups(userGroupIds, role.key, roles).length > 0)
    .filter((role) => grantingGroups(remaining, role.key, roles).length === 0)
    .map((role) => role.key);
  return { kind: 'remove', groupIds: granting, alsoLoses };
}

/** Groups whose removal would free nothing, because others that can't be changed here still give the seat. */
export interface FutileRemoval {
  readonly free: readonly GroupId[];
  readonly stuck: readonly GroupId[];
}

/** Undefined where nothing, or everything, stands in the way. */
export function futileRemoval(plan: RemovalPlan, granting: readonly GroupId[]): FutileRemoval | undefined {
  if (plan.kind !== 'kept-alive' && plan.kind !== 'externally-managed') return undefined;
  const free = granting.filter((groupId) => !plan.groupIds.includes(groupId));
  return free.length > 0 ? { free, stuck: plan.groupIds } : undefined;
}

/** The same in one sentence that names the groups. */
export function explainFutile(free: readonly string[], stuck: readonly string[]): string {
  return `Removing only ${free.join(', ')} would free nothing, because ${stuck.join(', ')} still ${stuck.length === 1 ? 'gives' : 'give'} the seat.`;
}

/** Every group of the person that gives the seat. */
export function grantingGroups(
  userGroupIds: readonly GroupId[],
  roleKey: RoleKey,
  roles: readonly GrantingRole[],
): GroupId[] {
  const role = roles.find((each) => each.key === roleKey);
  return role ? userGroupIds.filter((groupId) => role.groupIds.includes(groupId)) : [];
}
