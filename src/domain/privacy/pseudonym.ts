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

/** Ids of at least this length stand in no other text by accident; all of Atlassian's are longer. */
const UNMISTAKABLE = 20;

/**
 * The same value with every text, or name of a property, that is one of `names` replaced by what that name stands for, also where
 * somebody wrote it into a longer text.
 */
export function renamed<Value>(value: Value, names: ReadonlyMap<string, string>): Value {
  return names.size === 0 ? value : (rename(value, names) as Value);
}

function rename(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? withoutMentions(value, names);
  if (Array.isArray(value)) return value.map((each) => rename(each, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [String(rename(key, names)), rename(each, names)]),
  );
}

function withoutMentions(text: string, names: ReadonlyMap<string, string>): string {
  if (text.length < UNMISTAKABLE) return text;
  let left = text;
  for (const [name, other] of names)
    if (name.length >= UNMISTAKABLE && left.includes(name)) left = left.replaceAll(name, other);
  return left;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The forms that Atlassian's account ids have had. */
const ACCOUNT_ID = new RegExp(`(?<![0-9a-z])(?:qm:${UUID}:${UUID}|[0-9]{5,7}:${UUID}|[0-9a-f]{24})(?![0-9a-z])`, 'g');

/** Account ids that somebody wrote into a text, told by their form. */
export function accountIdsIn(text: string): AccountId[] {
  return text.match(ACCOUNT_ID) ?? [];
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
