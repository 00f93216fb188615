import { deflateSync, inflateSync } from 'node:zlib';
import type { AccountId } from '../../../domain/identifiers';
import type { Pseudonym } from '../../../domain/privacy/pseudonym';
import { splitAccount, type AccountForm } from '../../../domain/seat-list/account-form';
import { deflated, inflated } from '../deflated-values';

interface Part {
  readonly shapes: string;
  readonly accounts: string;
  readonly columns: string;
}
interface Shape {
  readonly account: AccountForm;
}

/** A pseudonym has no form to be told by. */
const NO_FORM: AccountForm = { prefix: '', isUuid: false };

/**
 * A part of the list of seats with pseudonyms in place of these people: its rows keep their places. The same object where it names
 * none of them.
 */
export function partWithout(value: unknown, names: ReadonlyMap<AccountId, Pseudonym>): unknown {
  const part = value as Part;
  const accounts = inflateSync(Buffer.from(part.accounts, 'base64')).toString('utf8').split('\n');
  const columns = inflated(part.columns) as { shapes: number[] };
  const shapes = inflated(part.shapes) as Shape[];
  const places = [...names].flatMap(([accountId, pseudonym]) =>
    placesOf(accountId, accounts, (n) => shapes[columns.shapes[n] ?? -1]).map((n) => [n, pseudonym] as const),
  );
  for (const [n, pseudonym] of places) {
    const shape = shapes[columns.shapes[n] ?? -1];
    if (!shape) continue;
    columns.shapes[n] = shapes.push({ ...shape, account: NO_FORM }) - 1;
    accounts[n] = pseudonym;
  }
  if (places.length === 0) return value;
  const packed = deflateSync(accounts.join('\n')).toString('base64');
  return { ...part, shapes: deflated(shapes), accounts: packed, columns: deflated(columns) };
}

function placesOf(accountId: AccountId, accounts: readonly string[], shapeAt: (n: number) => Shape | undefined) {
  const { form, rest } = splitAccount(accountId);
  return [...accounts.keys()].filter((n) => {
    const account = shapeAt(n)?.account;
    return accounts[n] === rest && account?.prefix === form.prefix && account.isUuid === form.isUuid;
  });
}
