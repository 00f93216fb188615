import type { RoleRecord } from '../data/records';
import type { SiteState } from '../state/site-state';
import { groupName } from './groups';

/** An application role with its groups and seats. */
export function applicationRole(state: SiteState, role: RoleRecord) {
  const used = state.seats.used(role, state.now() - state.switches.get('seatCountDelay') * 1000);
  const detail = (ids: readonly string[]) =>
    ids.flatMap((id) => state.directory.group(id) ?? []).map((group) => groupName(state, group));
  const groups = detail(role.groups);
  const defaults = detail(role.defaultGroups);
  return {
    key: role.key,
    groups: groups.map(({ name }) => name),
    groupDetails: groups,
    name: role.name,
    defaultGroups: defaults.map(({ name }) => name),
    defaultGroupsDetails: defaults,
    selectedByDefault: false,
    defined: true,
    numberOfSeats: role.seats ?? -1,
    remainingSeats: role.seats === null ? -1 : Math.max(0, role.seats - used),
    userCount: used,
    userCountDescription: role.key === 'jira-servicedesk' ? 'agents' : 'users',
    hasUnlimitedSeats: role.seats === null,
    platform: role.key === 'jira-core',
  };
}
