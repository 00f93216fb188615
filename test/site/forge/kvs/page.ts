import { z } from 'zod';
import { badRequest } from './kvs-error';
import type { Entry } from './index-view';
import { answered, type MetadataField } from './row';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;
const Cursor = z.strictObject({ value: z.unknown(), key: z.string() });

export interface Page {
  readonly data: readonly Record<string, unknown>[];
  readonly cursor?: string;
}

export interface PageRules {
  readonly limit: number | undefined;
  readonly isReadable: (entry: Entry) => boolean;
  readonly keeps: (entry: Entry) => boolean;
  /** Cut the page first and filter what is on it: pages can be short or empty, and still have a cursor. */
  readonly filterAfterPaging: boolean;
  readonly metadataFields: readonly MetadataField[] | undefined;
}

/** Takes one page off a scan. */
export function takePage(scan: Iterable<Entry>, rules: PageRules): Page & { readonly bytes: number } {
  const limit = checkedLimit(rules.limit);
  const taken: Entry[] = [];
  let more = false;
  for (const entry of scan) {
    if (!rules.isReadable(entry) || (!rules.filterAfterPaging && !rules.keeps(entry))) continue;
    if (taken.length === limit) {
      more = true;
      break;
    }
    taken.push(entry);
  }
  const shown = rules.filterAfterPaging ? taken.filter(rules.keeps) : taken;
  const last = taken[taken.length - 1];
  return {
    data: shown.map(({ key, row }) => answered(key, row, rules.metadataFields)),
    ...(more && last !== undefined && { cursor: encodeCursor(last) }),
    bytes: taken.reduce((sum, { row }) => sum + row.bytes, 0),
  };
}

function checkedLimit(limit = DEFAULT_LIMIT): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw badRequest('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', `The page limit must be between 1 and ${MAX_LIMIT}.`);
}

function encodeCursor({ value, key }: Entry): string {
  return Buffer.from(JSON.stringify({ value, key })).toString('base64url');
}

export function decodeCursor(cursor: string | undefined): z.infer<typeof Cursor> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw badRequest('INVALID_CURSOR', 'The provided cursor is invalid.');
  }
}
