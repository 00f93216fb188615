import { badRequest } from './kvs-error';
import type { Condition, Filters } from './requests';

/** Order of two stored scalars: numbers, strings and booleans each among themselves. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1;
  if (a === b) return 0;
  return (a as string | number) < (b as string | number) ? -1 : 1;
}

const beginsWith = (value: unknown, prefix: unknown) => typeof value === 'string' && value.startsWith(String(prefix));
const contains = (value: unknown, part: unknown) =>
  (typeof value === 'string' && value.includes(String(part))) || (Array.isArray(value) && value.includes(part));
const comparable = (value: unknown, other: unknown) => typeof value === typeof other;

/** Whether an attribute's value satisfies one filter condition. */
function satisfies(value: unknown, { condition, values: [first, second] }: Condition): boolean {
  switch (condition) {
    case 'EQUAL_TO':
      return value === first;
    case 'NOT_EQUAL_TO':
      return value !== first;
    case 'BEGINS_WITH':
      return beginsWith(value, first);
    case 'BETWEEN':
      return comparable(value, first) && compareValues(value, first) >= 0 && compareValues(value, second) <= 0;
    case 'GREATER_THAN':
      return comparable(value, first) && compareValues(value, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return comparable(value, first) && compareValues(value, first) >= 0;
    case 'LESS_THAN':
      return comparable(value, first) && compareValues(value, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return comparable(value, first) && compareValues(value, first) <= 0;
    case 'CONTAINS':
      return contains(value, first);
    case 'NOT_CONTAINS':
      return !contains(value, first);
    case 'EXISTS':
      return value !== undefined && value !== null;
    case 'NOT_EXISTS':
      return value === undefined || value === null;
  }
}

/** Whether a stored object passes a filter of conditions joined by `and` or by `or`. */
export function passes(value: unknown, filters: Filters | undefined): boolean {
  const attribute = (name: string) => (value as Record<string, unknown> | undefined)?.[name];
  const holds = (item: Condition & { property: string }) => satisfies(attribute(item.property), item);
  return (filters?.and ?? []).every(holds) && (filters?.or === undefined || filters.or.some(holds));
}

/** Where a range condition begins and ends in ascending order of values. */
export interface Bounds {
  reached(value: unknown): boolean;
  beyond(value: unknown): boolean;
}

export const EVERYTHING: Bounds = { reached: () => true, beyond: () => false };

export function boundsOf({ condition, values: [first, second] }: Condition): Bounds {
  const atLeast = (limit: unknown) => (value: unknown) => compareValues(value, limit) >= 0;
  const above = (limit: unknown) => (value: unknown) => compareValues(value, limit) > 0;
  switch (condition) {
    case 'EQUAL_TO':
      return { reached: atLeast(first), beyond: above(first) };
    case 'BETWEEN':
      return { reached: atLeast(first), beyond: above(second) };
    case 'BEGINS_WITH':
      return { reached: atLeast(first), beyond: (value) => above(first)(value) && !beginsWith(value, first) };
    case 'GREATER_THAN':
      return { reached: above(first), beyond: () => false };
    case 'GREATER_THAN_EQUAL_TO':
      return { reached: atLeast(first), beyond: () => false };
    case 'LESS_THAN':
      return { reached: () => true, beyond: atLeast(first) };
    case 'LESS_THAN_EQUAL_TO':
      return { reached: () => true, beyond: above(first) };
    default:
      throw badRequest('INVALID_CONDITION', `${condition} can't be used on an index range.`);
  }
}
