import type { AccountId } from '../identifiers';

/** What the account ids of one age look like: the same text before some hexadecimal digits, which may be those of a UUID. */
export interface AccountForm {
  readonly prefix: string;
  readonly isUuid: boolean;
}

const UUID = /^(.*?)([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/;
const OTHER: AccountForm = { prefix: '', isUuid: false };

/** An id as its form and the rest, which alone tells one account from another: ids are most of what a list weighs. */
export function splitAccount(accountId: AccountId): { readonly form: AccountForm; readonly rest: string } {
  const [, prefix, ...parts] = UUID.exec(accountId) ?? [];
  return prefix === undefined
    ? { form: OTHER, rest: accountId }
    : { form: { prefix, isUuid: true }, rest: parts.join('') };
}
