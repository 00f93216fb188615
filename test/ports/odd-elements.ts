/** Everything that an element of a list may be instead of itself. */
const ODD_VALUES: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a text', 'unknown'],
  ['a number', 7],
  ['a huge number', 1e300],
  ['a huge text', 'ö'.repeat(100_000)],
  ['a list', []],
  ['an empty object', {}],
];

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One element changed in every way: as a whole, and each field of it, nested ones too, missing or something else. */
export function oddVersions(element: unknown, path = ''): [name: string, version: unknown][] {
  const whole = ODD_VALUES.map(([name, value]): [string, unknown] => [`${path || 'it'} is ${name}`, value]);
  return [...whole, ...oddFields(element, path)];
}

function oddFields(element: unknown, path: string): [string, unknown][] {
  if (Array.isArray(element)) {
    return element
      .slice(0, 1)
      .flatMap((each) =>
        oddVersions(each, `${path}[0]`).map(([name, odd]): [string, unknown] => [
          name,
          [odd, ...(element as unknown[]).slice(1)],
        ]),
      );
  }
  if (!isObject(element)) return [];
  return Object.keys(element).flatMap((key) => {
    const { [key]: value, ...rest } = element;
    const below = oddVersions(value, path ? `${path}.${key}` : key);
    return [
      [`${path ? `${path}.` : ''}${key} is missing`, rest] as [string, unknown],
      ...below.map(([name, odd]): [string, unknown] => [name, { ...element, [key]: odd }]),
    ];
  });
}
