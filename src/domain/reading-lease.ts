import type { AccountId, RunId } from './identifiers';
import { MINUTE, type Instant } from './instant';

/**
 * An administrator's browser reads the members of a download instead of the background. Whoever knows the token hands in for it;
 * a new lease of the same run takes the old one's place.
 */
export interface ReadingLease {
  readonly runId: RunId;
  readonly token: string;
  readonly accountId: AccountId;
  /** Without a sign of life the background goes on from here. */
  readonly until: Instant;
}

/** Longer than any pause a browser makes between two parts, short enough that a closed tab costs little. */
const HELD_FOR = 2 * MINUTE;

export function heldFrom(now: Instant): Instant {
  return now + HELD_FOR;
}

export function isHeld(lease: ReadingLease | undefined, now: Instant): lease is ReadingLease {
  return lease !== undefined && lease.until > now;
}
