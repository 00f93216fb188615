/**
 * What comes out of a store is never what went in: a copy as through JSON, as over the wire. Written out because suites that
 * kill a process at every call spend a third of their time copying.
 */
export function jsonCopy<Value>(value: Value): Value {
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value || 0 : null; // JSON knows no negative zero
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => copyOf(each ?? null));
  const [given, copy] = [value as Readonly<Record<string, unknown>>, {} as Record<string, unknown>];
  if (Object.hasOwn(given, '__proto__')) return JSON.parse(JSON.stringify(given)); // no name to JSON, more to an assignment
  for (const key in given) {
    const each = given[key];
    if (each !== undefined) copy[key] = copyOf(each);
  }
  return copy;
}
