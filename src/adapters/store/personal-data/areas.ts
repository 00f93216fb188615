import type { AccountId } from '../../../domain/identifiers';
import { accountOfPacked } from '../activity-rows';
import { deflated, inflated } from '../deflated-values';
import { textOfPart } from '../key-part';
import { partWithout } from './packed-list';
import { candidateWithoutWords, withoutTheirWords } from './typed-words';
import { isPseudonym, renamed, type Pseudonym } from '../../../domain/privacy/pseudonym';
import { accountOfMember } from '../../../domain/unread-member';

type Names = ReadonlyMap<AccountId, Pseudonym>;

/** A kind of stored values in which people are named, and how they are found in it and taken out. */
export interface Area {
  /** How keys begin, of plain values or of the rows of an entity. */
  readonly prefix: string;
  readonly entity?: 'document' | 'job-run' | 'removal-candidate';
  readonly accountsIn: (value: unknown, key: string) => readonly AccountId[];
  /** The value without these people; undefined: nothing is left of it, so it is deleted. */
  readonly without: (value: unknown, names: Names, key: string) => unknown;
  /** Its text does not show whom it names: `without` answers the same value where nobody is meant. */
  readonly isPacked?: true;
  /** Values live as long again when they are written anew. */
  readonly livesDays?: number;
}

/** Properties of records that hold an account id, or a list of them. */
const PERSON_FIELDS: ReadonlySet<string> = new Set([
  'accountId',
  'accountIds',
  'by',
  'changedBy',
  'createdBy',
  'initiator',
  'others',
  'pausedBy',
  'protectedAccountIds',
  'reclaimOperator',
  'requestedBy',
]);

/** Where a whole record tells of people, their pseudonym takes the account's place. */
const record = {
  accountsIn: namedIn,
  without: (value: unknown, names: Names) => renamed(withoutTheirWords(value, names), names),
} as const;
/** One row a person, which begins with the account. */
const rows = {
  accountsIn: (value: unknown) => rowsOf(value).flatMap(accountOfRow),
  without: (value: unknown, names: Names) =>
    rowsOf(value).filter((row) => !accountOfRow(row).some((account) => names.has(account))),
} as const;

/**
 * Everywhere that account ids are stored, but for the day stamps (their keys name people) and the links of pseudonyms, which go
 * last. A new kind of record that names people is one more line here.
 */
export const AREAS: readonly Area[] = [
  { prefix: 'subscription-bucket.', ...ofDeflated(rows) },
  // Whoever stands in a list stands in the buckets it was made of.
  { prefix: 'seat-list-part.', accountsIn: () => [], without: partWithout, isPacked: true },
  {
    prefix: 'staged-members.',
    accountsIn: (value) => namedIn(value).flatMap((id) => accountOfMember(id) ?? []),
    without: withoutMembers,
    livesDays: 30,
  },
  {
    prefix: 'activity.',
    ...ofDeflated({ accountsIn: (value) => rows.accountsIn(packedRows(value)), without: withoutPacked }),
  },
  { prefix: 'unread.', ...rows },
  { prefix: 'found-activity.', ...rows },
  { prefix: 'known-people.', ...rows },
  { prefix: 'reading-lease.', accountsIn: namedIn, without: () => undefined },
  { prefix: 'cancel-run.', ...record },
  { prefix: 'begun-change.', ...record },
  { prefix: 'trend-acknowledgement.', ...record },
  { prefix: 'promise.', accountsIn: namedIn, without: withoutPromise },
  {
    prefix: 'candidate-lines.',
    entity: 'document',
    ...inRecord(ofDeflated({ accountsIn: rows.accountsIn, without: renamed })),
  },
  { prefix: 'exclusions', entity: 'document', accountsIn: namedIn, without: withoutExclusions },
  { prefix: 'account-owners', entity: 'document', accountsIn: namedIn, without: withoutOwners },
  { prefix: 'app-accounts', entity: 'document', accountsIn: ofRecord(textsIn), without: withoutTexts },
  ...['profiles', 'rules.', 'site-checks', 'software-models', 'paused-jobs', 'group-returns', 'reclaim-requests.'].map(
    (prefix) => ({ prefix, entity: 'document', ...record }) as const,
  ),
  {
    prefix: '',
    entity: 'removal-candidate',
    accountsIn: namedIn,
    without: (value, names) => renamed(candidateWithoutWords(value, names), names),
  },
  { prefix: '', entity: 'job-run', ...record, accountsIn: (value) => [...namedIn(value), ...witnessesIn(value)] },
  {
    prefix: 'person.',
    accountsIn: (_value, key) => [textOfPart(key.slice('person.'.length)) ?? []].flat(),
    without: (value) => value,
  },
];

function rowsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function accountOfRow(row: unknown): readonly AccountId[] {
  const first: unknown = typeof row === 'string' ? accountOfPacked(row) : Array.isArray(row) ? row[0] : undefined;
  return typeof first === 'string' && !isPseudonym(first) ? [first] : [];
}

function packedRows(value: unknown): readonly unknown[] {
  return rowsOf((value as { rows?: unknown } | null)?.rows);
}

function withoutPacked(value: unknown, names: Names): unknown {
  return { ...(value as object), rows: rows.without(packedRows(value), names) };
}

function withoutMembers(value: unknown, names: Names): unknown {
  const staying = (ids: unknown) => textsIn(ids).filter((id) => !names.has(accountOfMember(id) ?? ''));
  return rowsOf(value).map((page) => {
    const { accountIds, others, ...rest } = page as { accountIds: unknown; others: unknown };
    return { ...rest, accountIds: staying(accountIds), others: staying(others) };
  });
}

/** A rule about somebody goes with them; who made the others is renamed. */
function withoutExclusions(value: unknown, names: Names): unknown {
  const { record: rules, ...row } = value as { record: unknown };
  const isAbout = (rule: unknown) => names.has((rule as { target: { accountId?: string } }).target.accountId ?? '');
  return {
    ...row,
    record: renamed(
      rowsOf(rules).filter((rule) => !isAbout(rule)),
      names,
    ),
  };
}

/** What was promised to somebody goes with them; who promised it to others is renamed. */
function withoutPromise(value: unknown, names: Names): unknown {
  return names.has((value as { accountId?: string }).accountId ?? '') ? undefined : renamed(value, names);
}

/** What was confirmed of somebody goes with them; who confirmed the others is renamed. */
function withoutOwners(value: unknown, names: Names): unknown {
  const { record: owners, ...row } = value as { record: unknown };
  const staying = rowsOf(owners).filter((owner) => !names.has((owner as { accountId?: string }).accountId ?? ''));
  return { ...row, record: renamed(staying, names) };
}

function withoutTexts(value: unknown, names: Names): unknown {
  const { record: texts, ...row } = value as { record: unknown };
  return { ...row, record: textsIn(texts).filter((text) => !names.has(text)) };
}

function ofRecord(accountsIn: (value: unknown) => readonly AccountId[]): (value: unknown) => readonly AccountId[] {
  return (value) => accountsIn((value as { record?: unknown } | null)?.record);
}

function textsIn(value: unknown): readonly string[] {
  return rowsOf(value).filter((each) => typeof each === 'string');
}

/** Accounts in the fields that hold them, however deep. */
function namedIn(value: unknown): readonly AccountId[] {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    if (!PERSON_FIELDS.has(name)) return namedIn(each);
    const ids = typeof each === 'string' ? [each] : textsIn(each);
    return ids.filter((id) => !isPseudonym(id));
  });
}

/** A run of activity remembers who logged work on which day, until it is over. */
function witnessesIn(value: unknown): readonly AccountId[] {
  const { cursor } = ((value as { record?: unknown } | null)?.record ?? {}) as {
    cursor?: { witnesses?: unknown } | null;
  };
  return rows.accountsIn(cursor?.witnesses);
}

/** The same of a packed record. */
function inRecord({ accountsIn, without }: Pick<Area, 'accountsIn' | 'without'>) {
  return {
    isPacked: true as const,
    accountsIn: (value: unknown, key: string) => accountsIn((value as { record: unknown }).record, key),
    without: (value: unknown, names: Names, key: string) => {
      const row = value as { record: unknown };
      const record = without(row.record, names, key);
      return record === row.record ? value : { ...row, record };
    },
  };
}

/** The same of values that are stored small. */
function ofDeflated({ accountsIn, without }: Pick<Area, 'accountsIn' | 'without'>) {
  const open = (value: unknown) => inflated((value as { deflated: string }).deflated);
  return {
    isPacked: true as const,
    accountsIn: (value: unknown, key: string) => accountsIn(open(value), key),
    without: (value: unknown, names: Names, key: string) => {
      const before = open(value);
      const after = without(before, names, key) as object;
      return JSON.stringify(after) === JSON.stringify(before) ? value : { deflated: deflated(after) };
    },
  };
}
