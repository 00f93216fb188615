import type { AccountId } from '../../../../src/shared/contract';

export interface Person {
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string | null;
  readonly avatarUrl: string | null;
  readonly active: boolean;
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
  return {
    accountId: user.accountId,
    name: user.displayName || shortId(user.accountId),
    email: user.emailAddress ?? null,
    avatarUrl: user.avatarUrls?.['24x24'] ?? user.avatarUrls?.['48x48'] ?? null,
    active: user.active ?? true,
  };
}

/** Enough of an account id to tell two unknown people apart. */
export function shortId(accountId: AccountId): string {
  return accountId.length > 8 ? `…${accountId.slice(-6)}` : accountId;
}
