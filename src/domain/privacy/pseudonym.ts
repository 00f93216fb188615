import type { AccountId } from '../identifiers';

/**
 * Stands for a person wherever their account id could not be taken out later. It says nothing by itself: what links it to the
 * account is stored apart, and deleting that link is what erases the person.
 */
export type Pseudonym = `person-${string}`;

const PREFIX = 'person-';

/** `unique`: unguessable, and never given out before. */
export function newPseudonym(unique: string): Pseudonym {
  return `${PREFIX}${unique}`;
}

/** No account id of Atlassian begins so. */
export function isPseudonym(id: string): id is Pseudonym {
  return id.startsWith(PREFIX);
}

/** The same value with every text, or name of a property, that is exactly one of `names` replaced by what that name stands for. */
export function renamed<Value>(value: Value, names: ReadonlyMap<string, string>): Value {
  return names.size === 0 ? value : (rename(value, names) as Value);
}

function rename(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => rename(each, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [names.get(key) ?? key, rename(each, names)]));
}

/** Every pseudonym that is written anywhere in the value. */
export function pseudonymsIn(value: unknown): Pseudonym[] {
  if (typeof value === 'string') return isPseudonym(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(pseudonymsIn);
}

/** Whose account an id of the log stands for; undefined: the person was erased. */
export function accountOf(id: string, accounts: ReadonlyMap<Pseudonym, AccountId>): AccountId | undefined {
  return isPseudonym(id) ? accounts.get(id) : id;
}
