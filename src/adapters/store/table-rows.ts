import { z } from 'zod';

/** account, indexes of groups, first seen (0 = from the start), marks (added up; see `holder-marks`) */
export type HolderRow = readonly [string, readonly number[], number, number];

/**
 * account, role, number, index of state, opened at, inactive days (−1 = no activity ever seen); then, as far as there are any, when it
 * was settled (0 = not), the number of its flag (0 = none), until when it waits (0 = it doesn’t), the index of its justification, the
 * number of its proof (0 = none), when the person was asked (0 = not) and what else was lost
 */
export type CandidateRow = readonly [
  string,
  string,
  string,
  number,
  number,
  number,
  number?,
  number?,
  number?,
  number?,
  number?,
  number?,
  ...string[],
];
const NUMBERS_FROM = 3;
const NUMBERS_TO = 12;
const SHORTEST = 6;

/** Checked where they are: a tuple's schema copies every row and column, which for a large table costs more than judging it. */
export function rowsOf<Row>(isRow: (row: unknown) => row is Row): z.ZodType<Row[]> {
  return z.custom<Row[]>((value) => Array.isArray(value) && value.every(isRow));
}

export const HolderRows = rowsOf(
  (row): row is HolderRow =>
    Array.isArray(row) &&
    row.length === 4 &&
    typeof row[0] === 'string' &&
    Array.isArray(row[1]) &&
    row[1].every(isNumber) &&
    isNumber(row[2]) &&
    isNumber(row[3]),
);

export const CandidateRows = rowsOf(
  (row): row is CandidateRow =>
    Array.isArray(row) &&
    row.length >= SHORTEST &&
    row.every((column, n) => (n >= NUMBERS_FROM && n < NUMBERS_TO ? isNumber(column) : typeof column === 'string')),
);

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
