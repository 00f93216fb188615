import type { SubscriptionRow } from '../../../../../src/shared/contract';
import type { Format } from '../../components/format';

/** Since when somebody holds a seat; of one that the first download showed already only that it was before. */
export function heldSince({ firstSeen, heldBefore }: SubscriptionRow, format: Pick<Format, 'date'>): string {
  const day = format.date(firstSeen);
  return heldBefore ? `Before ${day}` : day;
}
