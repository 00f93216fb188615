import type { UserRecord } from '../data/records';
import type { SiteState } from '../state/site-state';

/** A person as most answers name them (Jira's `UserDetails`). A hidden e-mail address is left out. */
export function userDetails({ baseUrl, data }: SiteState, user: UserRecord) {
  return {
    self: `${baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    ...(user.email === null ? {} : { emailAddress: user.email }),
    avatarUrls: avatars(user),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone ?? data.site.timeZone,
    accountType: user.accountType,
  };
}

/** A person as the user operations answer them (Jira's `User`). */
export function userBean(state: SiteState, user: UserRecord) {
  const appType = user.appType ?? (user.accountType === 'app' ? 'service' : undefined);
  return {
    ...userDetails(state, user),
    ...(appType === undefined ? {} : { appType }),
    ...(user.guest === undefined ? {} : { guest: user.guest }),
    locale: 'en_US',
  };
}

/** The person behind an account number of the issue table; null for nobody. */
export function whoIs(state: SiteState, accountIndex: number) {
  const accountId = state.issues.table.accounts.name(accountIndex);
  const user = accountId === null ? undefined : state.directory.user(accountId);
  return user === undefined ? null : userDetails(state, user);
}

/** Who did something, under a field name; nobody leaves the field out. */
export function byPerson(state: SiteState, field: 'author' | 'updateAuthor', accountIndex: number) {
  const who = whoIs(state, accountIndex);
  return who === null ? {} : { [field]: who };
}

function avatars({ displayName, accountType }: UserRecord): Record<string, string> {
  const initials = displayName
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .filter((letter) => /[A-Z]/.test(letter));
  const kind = accountType === 'app' ? 'AP' : `${initials[0] ?? 'J'}${initials.at(-1) ?? 'J'}`;
  const address = `https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/initials/${kind}-3.png`;
  return Object.fromEntries([48, 24, 16, 32].map((size) => [`${size}x${size}`, `${address}?size=${size}&s=${size}`]));
}
