import type { JiraPart } from '../core/parts';
import type { UserRecord } from './data/records';
import type { SiteState } from './state/site-state';

type Person = ReturnType<JiraPart['people']>[number];
type AccessKind = Person['access'];
const ORDER: readonly AccessKind[] = ['site-admin', 'admin', 'user', 'none'];

/** Active people to sign in as, those with the most rights first. */
export function signInPeople({ directory }: SiteState, limit: number): Person[] {
  const known = accessKinds(directory);
  return directory
    .users()
    .filter(isPerson)
    .map(({ accountId, displayName, email }) => ({ accountId, displayName, email, access: known(accountId) }))
    .sort((a, b) => ORDER.indexOf(a.access) - ORDER.indexOf(b.access))
    .slice(0, limit);
}

/** Active people in a site administrators' group, in the order of the data file. */
export function siteAdministrators({ directory, access }: SiteState): string[] {
  return directory
    .users()
    .filter((user) => isPerson(user) && access.isSiteAdmin(user.accountId))
    .map(({ accountId }) => accountId);
}

/** The account with this e-mail address or account id. */
export function accountOf({ directory }: SiteState, userName: string): string | undefined {
  if (directory.user(userName) !== undefined) return userName;
  const wanted = userName.toLowerCase();
  return directory.users().find(({ email }) => email?.toLowerCase() === wanted)?.accountId;
}

const isPerson = (user: UserRecord): boolean => user.active && user.accountType === 'atlassian';

function accessKinds(directory: SiteState['directory']): (accountId: string) => AccessKind {
  const groups = directory.groups();
  const seats = new Set(directory.roles.flatMap((role) => role.groups));
  const inOne = (accountId: string, wanted: (id: string, access: string) => boolean): boolean =>
    groups.some(({ id, access }) => wanted(id, access) && directory.isMember(accountId, id));
  return (accountId) => {
    if (inOne(accountId, (_id, access) => access === 'site-admin')) return 'site-admin';
    if (inOne(accountId, (_id, access) => access === 'admin')) return 'admin';
    return inOne(accountId, (id) => seats.has(id)) ? 'user' : 'none';
  };
}
