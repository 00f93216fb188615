import { MOST_COUNTED, type EventGap } from '../domain/product-events/event-gap';

/** What the overview says of product events that could not be read or stored; undefined: none. */
export function missingEventsNote(gaps: readonly EventGap[]): string | undefined {
  const counts = gaps.flatMap(({ unread, lost }) => [...Object.entries(unread), ...Object.entries(lost)]);
  if (counts.length === 0) return undefined;
  const byType = new Map<string, number>();
  for (const [type, count] of counts) byType.set(type, (byType.get(type) ?? 0) + count);
  const kinds = [...byType].map(([type, count]) => `${inWords(type)} ${count}`).join(', ');
  const isBounded = counts.some(([, count]) => count === MOST_COUNTED);
  const days = gaps.map(({ day }) => day).join(', ');
  return `Product events of ${days} did not say who worked (${isBounded ? 'at least ' : ''}${kinds}). We read those days from Jira instead.`;
}

/** `avi:jira:created:worklog` → “created worklog” */
const inWords = (eventType: string): string => eventType.split(':').slice(-2).join(' ');
