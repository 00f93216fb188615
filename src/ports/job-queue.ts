import type { RunId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';

export interface JobMessage {
  readonly runId: RunId;
  readonly step: number;
}

/** A long check of the site, named by the moment it was begun. */
export interface SiteCheckMessage {
  readonly siteCheck: 'group-write-background' | 'job-memory';
  readonly at: Instant;
}

/** Delivers each message at least once, in any order. Throws a Failure. */
export interface JobQueue {
  /** @param lane messages of one lane are worked on one after the other @param delaySeconds 0–900 */
  push(message: JobMessage, lane: string, delaySeconds?: number): Promise<void>;
  /** Checks of the site are worked on one after the other. */
  pushSiteCheck(message: SiteCheckMessage): Promise<void>;
}
