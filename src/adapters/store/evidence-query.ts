import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import type { EvidenceFilter } from '../../ports/stores';

const PAGE = 50;

/** The columns of an entry that lists are made of. */
interface Columns {
  readonly sequence: number;
  readonly at: number;
  readonly kind: string;
  readonly subject: string;
  readonly actor: string;
  readonly candidate: string;
}

/** Every index but the first is of one value of a column; in time order but where a candidate's steps follow each other closely. */
const INDEXES = [
  { column: 'candidate', name: 'by-candidate', range: 'sequence' },
  { column: 'subject', name: 'by-subject', range: 'at' },
  { column: 'actor', name: 'by-actor', range: 'at' },
  { column: 'kind', name: 'by-kind', range: 'at' },
] as const;
type Column = (typeof INDEXES)[number]['column'];

/** A page of the entries that fit, newest first: read along the narrowest index, the rest filtered. */
export function evidenceQuery(entity: string, filter: EvidenceFilter, cursor: string | undefined) {
  const wanted: Record<Column, string | undefined> = { ...filter, actor: filter.by } as Record<
    Column,
    string | undefined
  >;
  const chosen = INDEXES.find(({ column }) => wanted[column] !== undefined);
  const hasTime = filter.from !== undefined || filter.to !== undefined;
  const range = chosen?.range ?? (hasTime ? 'at' : 'sequence');
  const base = kvs.entity<Columns>(entity).query();
  const name = chosen?.name ?? (hasTime ? 'by-time' : 'by-sequence');
  const partition = chosen ? { partition: [wanted[chosen.column] as string] } : undefined;
  let query = (partition ? base.index(name, partition) : base.index(name)).sort(Sort.DESC).limit(PAGE);
  const from = filter.from ?? 0;
  const to = filter.to ?? Number.MAX_SAFE_INTEGER;
  if (hasTime && range === 'at') query = query.where(WhereConditions.between(from, to));
  const rest = restOf(wanted, chosen?.column, hasTime && range !== 'at' ? [from, to] : undefined);
  if (rest) query = query.filters(rest);
  return cursor === undefined ? query : query.cursor(cursor);
}

/** What the index does not already say; undefined when it says everything. */
function restOf(
  wanted: Readonly<Record<Column, string | undefined>>,
  chosen: Column | undefined,
  time: readonly [number, number] | undefined,
) {
  const equals = INDEXES.flatMap(({ column }) => {
    const value = wanted[column];
    return value === undefined || column === chosen ? [] : [[column, FilterConditions.equalTo(value)] as const];
  });
  const conditions = [...equals, ...(time ? [['at', FilterConditions.between(...time)] as const] : [])];
  const [first, ...others] = conditions;
  if (!first) return undefined;
  return others.reduce(
    (filter, [column, condition]) => filter.and(column, condition),
    new Filter<Columns>().and(first[0], first[1]),
  );
}
