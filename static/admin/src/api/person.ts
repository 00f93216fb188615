import type { AccountId } from '../../../../src/shared/contract';
import { fold } from './fold';

export interface Person {
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string | null;
  readonly avatarUrl: string | null;
  readonly active: boolean;
  /** Name and e-mail as they are searched and ordered. */
  readonly folded: string;
}

export type People = ReadonlyMap<AccountId, Person>;

export interface JiraUser {
  readonly accountId: string;
  readonly accountType?: string;
  readonly displayName?: string;
  readonly emailAddress?: string;
  readonly active?: boolean;
  readonly avatarUrls?: Readonly<Record<string, string>>;
}

/** A person as Jira describes them. */
export function toPerson(user: JiraUser): Person {
  const name = user.displayName || shortId(user.accountId);
  const email = user.emailAddress ?? null;
  return {
    accountId: user.accountId,
    name,
    email,
    folded: fold(`${name} ${email ?? ''}`),
    avatarUrl: user.avatarUrls?.['24x24'] ?? user.avatarUrls?.['48x48'] ?? null,
    active: user.active ?? true,
  };
}

/** Enough of an account id to tell two unknown people apart. */
export function shortId(accountId: AccountId): string {
  return accountId.length > 8 ? `…${accountId.slice(-6)}` : accountId;
}

/** A pseudonym that nothing links to an account any more. */
export function isErased(accountId: AccountId): boolean {
  return accountId.startsWith('person-');
}
