import type { AccountId } from './identifiers';
import { DAY, type Instant } from './instant';
import type { LicensePosition, PastPosition } from './license-position';
import { DAYS_COMPARED, isAbout, numbersOf } from './position-trend';

/** Somebody looked at numbers that changed abnormally and found them right. */
export interface TrendAcknowledgement {
  /** Of the evaluation whose numbers they looked at. */
  readonly evaluatedAt: Instant;
  readonly active: number;
  readonly candidates: number;
  readonly at: Instant;
  readonly by: AccountId;
}

/**
 * Whether the numbers are still those that somebody found right: from that evaluation on every one came to about the same, so
 * whatever changes abnormally after it, a recovery too, holds again. After a week the numbers are what is usual, or something
 * else happened.
 */
export function isAcknowledged(
  acknowledgement: TrendAcknowledgement | undefined,
  position: LicensePosition,
  past: readonly PastPosition[],
): acknowledgement is TrendAcknowledgement {
  if (!acknowledgement) return false;
  const { evaluatedAt } = acknowledgement;
  if (position.at < evaluatedAt || position.at > evaluatedAt + DAYS_COMPARED * DAY) return false;
  const since = past.filter(({ at }) => at >= evaluatedAt && at < position.at);
  return [...since, position].every((each) => isAbout(numbersOf(each), acknowledgement));
}
