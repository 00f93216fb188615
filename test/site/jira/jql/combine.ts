import { NOTHING, type Condition } from './context';

/** Both: looks only at the smallest list of candidates any part has. */
export function all(parts: readonly Condition[]): Condition {
  const indexed = parts.filter((part) => part.candidates !== undefined);
  const test = (row: number): boolean => parts.every((part) => part.test(row));
  if (indexed.length === 0) return { test };
  return {
    test,
    candidates: () =>
      indexed
        .map((part) => part.candidates?.() ?? new Uint32Array())
        .reduce((smallest, rows) => (rows.length < smallest.length ? rows : smallest)),
  };
}

/** Either: candidates only when every part has them. */
export function any(parts: readonly Condition[]): Condition {
  if (parts.length === 0) return NOTHING;
  const test = (row: number): boolean => parts.some((part) => part.test(row));
  if (parts.some((part) => part.candidates === undefined)) return { test };
  return { test, candidates: () => join(parts.map((part) => part.candidates?.() ?? new Uint32Array())) };
}

function join(lists: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(lists.reduce((length, rows) => length + rows.length, 0));
  let at = 0;
  for (const rows of lists) {
    joined.set(rows, at);
    at += rows.length;
  }
  return joined;
}
