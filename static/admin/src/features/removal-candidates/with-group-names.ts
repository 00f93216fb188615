import type { GroupId } from '../../../../../src/shared/contract';

/** Anything that may be a group's id. */
const WORDS = /[\w-]+/g;

/** A sentence with the names of the groups that it names by their ids; an id that nobody knows stays. */
export function withGroupNames(text: string, names: ReadonlyMap<GroupId, string>): string {
  return text.replace(WORDS, (word) => names.get(word) ?? word);
}
