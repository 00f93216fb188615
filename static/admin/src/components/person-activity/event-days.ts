import type { ActivityEventView } from '../../../../../src/shared/contract';

/** What happened on one day of the person's calendar. */
export interface EventDay {
  /** As the calendar names it. */
  readonly day: string;
  readonly events: readonly ActivityEventView[];
}

/** Events by day, in the order they come. */
export function byDay(events: readonly ActivityEventView[], dayOf: (at: string) => string): readonly EventDay[] {
  const days = new Map<string, ActivityEventView[]>();
  for (const event of events) {
    const day = dayOf(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, own]) => ({ day, events: own }));
}
