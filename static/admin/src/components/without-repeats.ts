/**
 * Lines of which all end in the same sentences say those once, at the end: what to do is the same for all. Each line keeps
 * its own first sentence.
 */
export function withoutRepeats(lines: readonly string[]): readonly string[] {
  const [first = '', ...others] = lines;
  const ends = [...first.matchAll(/\. (?=\S)/g)].map(({ index }) => first.slice(index + 2));
  const shared = ends.find((end) => others.every((line) => line.endsWith(`. ${end}`)));
  if (shared === undefined || others.length === 0) return lines;
  return [...lines.map((line) => line.slice(0, -shared.length - 1)), shared];
}
