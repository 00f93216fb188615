import type { FoundActivity } from '../domain/found-activity';

/** What was found of people outside of the activity runs, until one takes it in. Throws a Failure. */
export interface FoundActivityStore {
  addFound(found: FoundActivity): Promise<void>;
  /** All of it; may lag a moment behind writes. */
  listFound(): Promise<FoundActivity[]>;
  /** Takes away exactly these: what was found of the same people since stays. */
  removeFound(found: readonly FoundActivity[]): Promise<void>;
}
