import type { FoundActivity } from '../domain/found-activity';

/** What was found of people outside of the activity runs, until one takes it in. Throws a Failure. */
export interface FoundActivityStore {
  /** `name` says who found it and when, in letters that may stand in a key: repeating it replaces what was found so before. */
  addFound(name: string, found: readonly FoundActivity[]): Promise<void>;
  /** All of it by its keys; may lag a moment behind writes. */
  listFound(): Promise<ReadonlyMap<string, readonly FoundActivity[]>>;
  removeFound(keys: readonly string[]): Promise<void>;
}
