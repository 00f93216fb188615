import type { Person } from '../api/person';

/** Letters that are their own in some alphabets and do not come apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };
const folded = new WeakMap<Person, string>();

/** A text as it is compared: without case and accents. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[ßæœøłđðı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** A test for people in whose name or e-mail address every word of the text begins a word. */
export function matcher(text: string): (person: Person) => boolean {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const patterns = words.map(
    (word) => new RegExp(`(?:^|[^\\p{L}\\p{N}])${word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`, 'u'),
  );
  return (person) => patterns.every((pattern) => pattern.test(foldedOf(person)));
}

function foldedOf(person: Person): string {
  let text = folded.get(person);
  if (text === undefined) folded.set(person, (text = fold(`${person.name} ${person.email ?? ''}`)));
  return text;
}
