import { z } from 'zod';
import {
  ACTIVITY_KINDS,
  type ActivityKind,
  type GivenAccess,
  type PersonActivity,
  type Trace,
} from '../../domain/activity';
import type { AccountId } from '../../domain/identifiers';
import { rowsOf } from './table-rows';

/**
 * The stored form of a bucket of the activity table. One text per person: account, assigned at (`-` = not known), then a word of
 * each application that access was given to (`@`, the moment, its key), then per kind
 * one word of its number (base 36, in the order of ACTIVITY_KINDS), the moment (base 36, eight digits) and where to look it up.
 * Keys of work items are longer than moments, so every byte of a form that names them counts: see `weightOf`.
 */
const Packed = z.object({ v: z.literal(2), rows: rowsOf((row): row is string => typeof row === 'string') });
export const ActivityBucket = Packed.transform(({ rows }) => rows.map(unpack));

const BASE = 36;
const MOMENT_DIGITS = 8;
/** No digit of a kind. */
const ACCESS = '@';
const LATEST = BASE ** MOMENT_DIGITS - 1;

export function packed(people: readonly PersonActivity[]): z.input<typeof Packed> {
  return { v: 2, rows: people.map(pack) };
}

function pack({ accountId, assignedAt, assignedTo = [], lastByKind }: PersonActivity): string {
  const access = assignedTo.map(([roleKey, at]) => ACCESS + moment(at) + word(roleKey));
  const words = ACTIVITY_KINDS.flatMap((kind, column) => {
    const trace = lastByKind[kind];
    return trace === undefined ? [] : [column.toString(BASE) + moment(trace.at) + word(trace.ref ?? '')];
  });
  return [word(accountId), assignedAt === null ? '-' : moment(assignedAt), ...access, ...words].join(' ');
}

/** One that does not fit is the nearest that does: a digit more would be read as part of what follows. */
function moment(at: number): string {
  const fitting = Math.min(LATEST, Math.max(0, Math.trunc(at) || 0));
  return fitting.toString(BASE).padStart(MOMENT_DIGITS, '0');
}

/** Any text as one word: spaces, and what marks them, are written as `%` and four digits. */
function word(text: string): string {
  return text.replace(/[\s%]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whose row it is. */
export function accountOfPacked(row: string): AccountId {
  return textOf(row.split(' ')[0] ?? '');
}

function unpack(row: string): PersonActivity {
  const [, assigned = '-', ...words] = row.split(' ');
  const lastByKind: Partial<Record<ActivityKind, Trace>> = {};
  const assignedTo: GivenAccess[] = [];
  for (const each of words) {
    const kind = ACTIVITY_KINDS[parseInt(each.slice(0, 1), BASE)];
    const at = parseInt(each.slice(1, 1 + MOMENT_DIGITS), BASE);
    const ref = each.slice(1 + MOMENT_DIGITS);
    if (each.startsWith(ACCESS)) assignedTo.push([textOf(ref), at]);
    if (kind !== undefined && Number.isFinite(at)) lastByKind[kind] = { at, ref: ref === '' ? null : textOf(ref) };
  }
  return {
    accountId: accountOfPacked(row),
    assignedAt: assigned === '-' ? null : parseInt(assigned, BASE),
    lastByKind,
    ...(assignedTo.length > 0 ? { assignedTo } : {}),
  };
}

function textOf(word: string): string {
  return word.replace(/%([0-9a-f]{4})/g, (_mark, code: string) => String.fromCharCode(parseInt(code, 16)));
}
