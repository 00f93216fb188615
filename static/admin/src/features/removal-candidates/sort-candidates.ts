import type { CandidateRow } from '../../../../../src/shared/contract';
import type { Sort } from '../../components/sort-order';
import type { CostOf } from './total-savings';

/** What a column sorts by. Of whom nothing was ever seen, is idle longest. */
const KEYS: Readonly<Record<string, (row: CandidateRow) => number | string>> = {
  inactive: ({ inactiveDays }) => inactiveDays ?? Infinity,
  number: ({ number }) => number,
  app: ({ roleKey }) => roleKey,
  opened: ({ openedAt }) => openedAt,
};

/** The column is a word of the address, which may say anything. */
const keyOf = (column: string) => (Object.hasOwn(KEYS, column) ? KEYS[column] : undefined);

/** Candidates in the wanted order; those alike stay as they are. */
export function sortCandidates<Row extends CandidateRow>(
  rows: readonly Row[],
  { column, direction }: Sort,
  costOf: CostOf = () => undefined,
): Row[] {
  const key = column === 'savings' ? (row: Row) => costOf(row.roleKey)?.amount ?? 0 : keyOf(column);
  if (!key) return [...rows];
  const before = direction === 'ascending' ? -1 : 1;
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? before : -before))
    .map(({ row }) => row);
}
