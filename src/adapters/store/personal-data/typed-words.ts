import type { AccountId } from '../../../domain/identifiers';

type Names = ReadonlyMap<AccountId, unknown>;

/** The stored candidate without what was written about these people, or by them about others: the notes stay, empty. */
export function candidateWithoutWords(row: unknown, names: Names): unknown {
  const { record } = row as { record: { accountId: AccountId } };
  return withoutWords(row, (by) => names.has(record.accountId) || names.has(by));
}

/** Any other record without what these people wrote. */
export function withoutTheirWords(value: unknown, names: Names): unknown {
  return withoutWords(value, (by) => names.has(by));
}

/** Wherever somebody wrote something, `by` stands beside it. */
function withoutWords(value: unknown, isErased: (by: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutWords(each, isErased));
  if (value === null || typeof value !== 'object') return value;
  const rest = Object.entries(value).map(([key, each]) => [key, withoutWords(each, isErased)] as const);
  const { by, isNote, note } = value as { by?: unknown; isNote?: unknown; note?: unknown };
  if (typeof by !== 'string' || !isErased(by)) return Object.fromEntries(rest);
  const words = { ...(isNote === true ? { text: '' } : {}), ...(typeof note === 'string' ? { note: '' } : {}) };
  return { ...Object.fromEntries(rest), ...words };
}
