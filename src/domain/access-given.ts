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

/**
 * Whether access was given that makes a seat new: not by a group that gives none of these seats, nor by this app's own giving
 * back. An entry whose groups can't be told apart from those that do counts.
 * @param roles the applications whose seats it is asked about
 */
export function isNewAccess(
  given: AssignmentFact,
  roles: readonly Pick<ApplicationRole, 'groups' | 'isPartial'>[],
  givenBack: readonly GivenBack[],
): boolean {
  const groups = given.groups ?? [];
  if (groups.length === 0) return true;
  return groups.some((group) => mayGiveSeat(group, roles) && !givenBack.some((each) => isTheSame(each, given, group)));
}

type NamedGroup = NonNullable<AssignmentFact['groups']>[number];

function mayGiveSeat(
  { id, name }: NamedGroup,
  roles: readonly Pick<ApplicationRole, 'groups' | 'isPartial'>[],
): boolean {
  if (id === null || name === null || roles.some(({ isPartial }) => isPartial)) return true;
  return roles.some(({ groups }) => groups.some((group) => group.id === id || group.name === name));
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
