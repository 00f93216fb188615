import { fold } from '../../static/admin/src/api/fold';
import { toPerson } from '../../static/admin/src/api/person';
import { matcher } from '../../static/admin/src/components/people-match';

const person = (displayName: string, emailAddress?: string) =>
  toPerson({ accountId: displayName, displayName, ...(emailAddress === undefined ? {} : { emailAddress }) });

test.each([
  ['ana', 'Ana Müller', true],
  ['MULL', 'Ana Müller', true],
  ['müll', 'Ana Muller', true],
  ['mull ana', 'Ana Müller', true],
  ['na', 'Ana Müller', false],
  ['ana x', 'Ana Müller', false],
  ['strauss', 'Petra Strauß', true],
  ['lodz', 'Jan Łódź', true],
  ['soren', 'Søren Kjær', true],
  ['kjaer', 'Søren Kjær', true],
  ["o'b", 'Sinéad O’Brien', false],
  ['brien', 'Sinéad O’Brien', true],
  ['lee', 'Mary-Lee Jones', true],
  ['山', '山田 太郎', true],
  ['太', '山田 太郎', true],
  ['иван', 'Иван Петров', true],
])('%s in %s: %s', (text, name, found) => {
  expect(matcher(text)(person(name))).toBe(found);
});

test('e-mail addresses are found by their beginning and by each of their words', () => {
  const ana = person('A. M.', 'ana.mueller@northwind.example');
  for (const text of ['ana.mu', 'mueller', 'north', 'ana.mueller@northwind.example', 'ANA'])
    expect(matcher(text)(ana)).toBe(true);
  for (const text of ['ueller', '@nowhere', 'na.mueller']) expect(matcher(text)(ana)).toBe(false);
});

test('characters with a meaning in patterns mean themselves', () => {
  expect(matcher('a.b')(person('axb'))).toBe(false);
  expect(matcher('(test')(person('Somebody (Test account)'))).toBe(true);
  expect(() => matcher('\\ [ * +')(person('x'))).not.toThrow();
});

test('a text without letters finds everybody who has it, an empty one everybody', () => {
  expect(matcher('')(person('x'))).toBe(true);
  expect(fold('ÀÉÎÕÜ')).toBe('aeiou');
});
