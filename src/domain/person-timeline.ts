import { ACTIVITY_KINDS, type ActivityKind, type PersonActivity } from './activity';
import { utcDay, type Instant } from './instant';

/** Something a person did that is known. */
export interface TimelineEvent {
  readonly at: Instant;
  readonly kind: ActivityKind;
  /** As in `Trace`. */
  readonly ref: string | null;
  /** `day`: the first of its kind on a day; what followed on the day is not kept. */
  readonly precision: 'exact' | 'day';
}

/** What a product event left behind. */
export interface SeenOnDay {
  readonly kind: ActivityKind;
  readonly at: Instant;
  readonly ref: string | null;
}

/**
 * Everything known of one person, newest first: the newest trace of each kind, and the days on which product events saw them. A
 * day of which the newest trace of the kind tells already is not told twice.
 */
export function timelineOf(person: PersonActivity, seen: readonly SeenOnDay[]): TimelineEvent[] {
  const newest = ACTIVITY_KINDS.flatMap((kind): TimelineEvent[] => {
    const trace = person.lastByKind[kind];
    return trace === undefined ? [] : [{ ...trace, kind, precision: 'exact' }];
  });
  const told = new Set(newest.map(({ kind, at }) => `${kind} ${utcDay(at)}`));
  const days = seen
    .filter(({ kind, at }) => !told.has(`${kind} ${utcDay(at)}`))
    .map(({ kind, at, ref }): TimelineEvent => ({ kind, at, ref, precision: 'day' }));
  return [...newest, ...days].sort((a, b) => b.at - a.at);
}
