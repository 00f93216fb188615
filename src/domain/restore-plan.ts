import type { GroupId, RoleKey } from './identifiers';
import { isAdministratorGroup, type AdministratorGroups, type ApplicationRole } from './jira-group';

/** What becomes of one removed group when the seat is restored. */
export type GroupFate = 'give-back' | 'member-already' | 'gone' | 'administrators' | 'outside-selection';

export interface PlannedGroup {
  readonly groupId: GroupId;
  readonly fate: GroupFate;
  /** Applications whose seat it gives now. */
  readonly gives: readonly RoleKey[];
}

export interface RestorePlan {
  readonly groups: readonly PlannedGroup[];
  /** Why nothing may be given back now; null: it may. */
  readonly refusal: string | null;
  /** Other groups that the person was in before the removal and is not in any more: left by somebody else, not given back. */
  readonly leftSince: readonly GroupId[];
  /** Groups that the person joined since; they stay. */
  readonly joinedSince: readonly GroupId[];
}

export interface RestoreFacts {
  /** Undefined: Jira no longer knows the account. */
  readonly person: { active: boolean; groupIds: readonly GroupId[]; roleKeys: readonly RoleKey[] } | undefined;
  readonly removed: readonly GroupId[];
  readonly before: readonly GroupId[];
  readonly selected: readonly GroupId[];
  readonly roles: readonly ApplicationRole[];
  readonly administrators: AdministratorGroups;
  /** Whether a group still exists. */
  readonly exists: (groupId: GroupId) => boolean;
}

/**
 * Plans giving back exactly the groups that were removed. Pure. What an administrator changed since is shown and left alone; a
 * group that would give more than it did (administrators’ rights) is never given back.
 */
export function planRestore(facts: RestoreFacts): RestorePlan {
  const now = facts.person?.groupIds ?? [];
  const groups = facts.removed.map((groupId): PlannedGroup => {
    const gives = facts.roles.filter((role) => role.groups.some(({ id }) => id === groupId)).map(({ key }) => key);
    return { groupId, fate: fateOf(groupId, now, facts), gives };
  });
  return {
    groups,
    refusal: refusalOf(groups, facts),
    leftSince: facts.before.filter((id) => !facts.removed.includes(id) && !now.includes(id)),
    joinedSince: now.filter((id) => !facts.before.includes(id)),
  };
}

export function groupsWith(plan: RestorePlan, ...fates: GroupFate[]): GroupId[] {
  return plan.groups.filter(({ fate }) => fates.includes(fate)).map(({ groupId }) => groupId);
}

function fateOf(groupId: GroupId, now: readonly GroupId[], facts: RestoreFacts): GroupFate {
  if (now.includes(groupId)) return 'member-already';
  if (isAdministratorGroup(groupId, facts.administrators)) return 'administrators';
  if (!facts.exists(groupId)) return 'gone';
  // Whether somebody else manages the group by now only Jira knows: this app took it, so it tries to give it back.
  return facts.selected.includes(groupId) ? 'give-back' : 'outside-selection';
}

function refusalOf(groups: readonly PlannedGroup[], { person, roles }: RestoreFacts): string | null {
  if (!person) return 'Jira no longer knows this account.';
  if (!person.active) return 'The account is deactivated. Activate it in Atlassian Administration first.';
  const taken = new Set(groups.filter(({ fate }) => fate === 'give-back').flatMap(({ gives }) => gives));
  const full = roles.find(
    ({ key, seats, usedSeats }) =>
      taken.has(key) && !person.roleKeys.includes(key) && seats !== null && usedSeats >= seats,
  );
  if (!full) return null;
  return `All ${full.seats} seats of ${full.name} are taken. Free one or buy more, then restore again.`;
}
