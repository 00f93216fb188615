import fc from 'fast-check';
import { jsonCopy } from './json-copy';

/** What records are made of, a key that means something to JavaScript itself among them. */
const record = fc.object({
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'length')),
  values: [fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
  maxDepth: 4,
});

test('a copy is what JSON would make of it, and shares nothing with what was copied', () => {
  fc.assert(
    fc.property(record, (given) => {
      const before = JSON.stringify(given);
      const copy = jsonCopy(given);
      expect(copy).toStrictEqual(JSON.parse(before));
      for (const key of Object.keys(copy)) copy[key] = null;
      expect(JSON.stringify(given)).toBe(before);
    }),
  );
});
