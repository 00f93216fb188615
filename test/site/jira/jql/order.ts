import type { OrderByField, Query } from '@atlaskit/jql-ast';
import type { IssueTable } from '../data/issue-table';
import { badRequest } from '../door/answer';
import { unknownField } from './compile';

const MOST_FIELDS = 7;

type Compare = (a: number, b: number) => number;

/** Sorts rows as ORDER BY says; without one newest issues first, and always fully decided. */
export function sortRows(rows: Uint32Array, { orderBy }: Query, table: IssueTable): Uint32Array {
  const fields = orderBy?.fields ?? [];
  if (fields.length > MOST_FIELDS) throw badRequest(`JQL can be ordered by at most ${MOST_FIELDS} fields.`);
  const comparisons = [...fields.map((field) => comparison(field, table)), by((row) => -table.id(row))];
  return rows.sort((a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function comparison({ field, direction }: OrderByField, table: IssueTable): Compare {
  const { compare, newestFirst } = sortField(field.value, table);
  const descending = direction === undefined ? newestFirst : direction.value === 'DESC';
  return descending ? (a, b) => compare(b, a) : compare;
}

function sortField(name: string, table: IssueTable): { compare: Compare; newestFirst: boolean } {
  switch (name.toLowerCase()) {
    case 'created':
    case 'createddate':
      return { compare: by(table.created), newestFirst: true };
    case 'updated':
    case 'updateddate':
      return { compare: by(table.updated), newestFirst: true };
    case 'id':
      return { compare: by(table.id), newestFirst: false };
    case 'key':
    case 'issuekey':
      return { compare: byKey(table), newestFirst: false };
    case 'project':
      return { compare: (a, b) => byText(table.project(a), table.project(b)), newestFirst: false };
    case 'creator':
    case 'reporter':
      return { compare: (a, b) => byText(creator(table, a), creator(table, b)), newestFirst: false };
    default:
      throw unknownField(name);
  }
}

const by =
  (value: (row: number) => number): Compare =>
  (a, b) =>
    value(a) - value(b);

function byKey(table: IssueTable): Compare {
  return (a, b) => {
    const [left, right] = [table.projectIndex(a), table.projectIndex(b)];
    return left === right ? table.number(a) - table.number(b) : byText(table.project(a), table.project(b));
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const creator = (table: IssueTable, row: number): string => table.accounts.name(table.creator(row)) ?? '';
