import type { EventGap, MissingEvent } from '../domain/product-events/event-gap';
import type { Instant } from '../domain/instant';

/** What is missing of product events, by day: those days are read from Jira another way. Bounded; names no account. */
export interface EventGapStore {
  /** Counts one event as missing; kept as long as day stamps are. */
  note(event: MissingEvent): Promise<void>;
  /** The gaps of the UTC days since, the one of `since` included; oldest first. */
  list(since: Instant): Promise<EventGap[]>;
}
