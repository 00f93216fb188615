/** What comes out of a store is never what went in: a copy through JSON, as over the wire. */
export function jsonCopy<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}
