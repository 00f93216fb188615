import type { RunId } from '../domain/identifiers';

export interface JobMessage {
  readonly runId: RunId;
  readonly step: number;
}

/** Delivers each message at least once, in any order. Throws a Failure. */
export interface JobQueue {
  /** @param lane messages of one lane are worked on one after the other @param delaySeconds 0–900 */
  push(message: JobMessage, lane: string, delaySeconds?: number): Promise<void>;
}
