import { fold } from '../api/fold';
import type { Person } from '../api/person';

/** A test for people in whose name or e-mail address every word of the text begins a word. */
export function matcher(text: string): (person: Person) => boolean {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const patterns = words.map(
    (word) => new RegExp(`(?:^|[^\\p{L}\\p{N}])${word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`, 'u'),
  );
  return (person) => patterns.every((pattern) => pattern.test(person.folded));
}
