import type { AssignmentFact } from './activity';
import type { AccountId, GroupId, RoleKey } from './identifiers';
import { MINUTE, type Instant } from './instant';
import type { ApplicationRole } from './jira-group';

/** A group that this app gave back to somebody: it undid what it had done, and nobody gave access anew. */
export interface GivenBack {
  readonly accountId: AccountId;
  readonly groupId: GroupId;
  /** When that was recorded, before or after it was done. */
  readonly at: Instant;
}

/** What the app records and what the audit log tells of one change are at most so far apart. */
export const RECORDED_WITHIN = 10 * MINUTE;

type Giving = Pick<ApplicationRole, 'key' | 'groups' | 'isPartial'>;

/**
 * Of which of these applications access was given that makes a seat new: not by a group that gives no seat of theirs, nor by this
 * app's own giving back. A group that can't be told apart from those that do counts, for every application.
 */
export function rolesGiven(
  given: AssignmentFact,
  roles: readonly Giving[],
  givenBack: readonly GivenBack[],
): readonly RoleKey[] {
  const groups = given.groups ?? [];
  const news = groups.filter((group) => !givenBack.some((each) => isTheSame(each, given, group)));
  const isGiven = (role: Giving) => groups.length === 0 || news.some((group) => mayGiveSeat(group, role));
  return roles.filter(isGiven).map(({ key }) => key);
}

type NamedGroup = NonNullable<AssignmentFact['groups']>[number];

function mayGiveSeat({ id, name }: NamedGroup, { groups, isPartial }: Giving): boolean {
  if (id === null || name === null || isPartial) return true;
  return groups.some((group) => group.id === id || group.name === name);
}

function isTheSame(back: GivenBack, given: AssignmentFact, { id }: NamedGroup): boolean {
  if (back.accountId !== given.accountId || back.groupId !== id) return false;
  return Math.abs(back.at - given.at) <= RECORDED_WITHIN;
}

/** The applications whose seats are meant, of all of the site. */
export function rolesOf<Role extends { readonly key: RoleKey }>(
  roles: readonly Role[],
  roleKeys: readonly RoleKey[],
): readonly Role[] {
  return roles.filter(({ key }) => roleKeys.includes(key));
}
