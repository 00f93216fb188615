import { DAY, HOUR, utcDay, type Instant } from '../instant';

/** A product event that tells of nobody's work: it could not be read, or what it told could not be stored. */
export interface MissingEvent {
  readonly at: Instant;
  /** As Jira names it, for instance `avi:jira:created:worklog`, or `UNKNOWN_EVENT`. */
  readonly eventType: string;
  readonly why: 'unread' | 'lost';
}

/** What is missing of the product events of one UTC day. */
export interface EventGap {
  readonly day: string;
  /** The earliest moment of that day of which an event is missing. */
  readonly from: Instant;
  /** When something was noted last; repeated notes are less than `NOTED_EVERY` later. */
  readonly notedAt: Instant;
  /** Event type → how many could not be read; `MOST_COUNTED` means as many or more. */
  readonly unread: Readonly<Record<string, number>>;
  /** Event type → how many could not be stored; counted alike. */
  readonly lost: Readonly<Record<string, number>>;
}

/** A payload that Jira changed must not become a write per event. */
export const MOST_COUNTED = 100;
const NOTED_EVERY = HOUR;
/** Longer than the longest look-back, so that a repair still knows of it. */
const KEPT = 120 * DAY;
const VIEW = 'avi:jira:viewed:issue';
/** The type of an event that does not say what it is. */
export const UNKNOWN_EVENT = 'unknown';

/** Counts one event as missing; oldest gap first, too old ones dropped. Answers the same list when that tells nothing new. */
export function withMissing(gaps: readonly EventGap[], event: MissingEvent, now: Instant): readonly EventGap[] {
  const oldest = now - KEPT;
  const at = Math.max(event.at, oldest);
  const day = utcDay(at);
  const before = gaps.find((gap) => gap.day === day) ?? { day, from: at, notedAt: now, unread: {}, lost: {} };
  if (isKnown(before, { ...event, at }, now)) return gaps;
  const others = gaps.filter((gap) => gap.day !== day && gap.day >= utcDay(oldest));
  return [...others, grown(before, { ...event, at }, now)].sort((a, b) => a.from - b.from);
}

function isKnown(gap: EventGap, { at, eventType, why }: MissingEvent, now: Instant): boolean {
  return gap[why][eventType] === MOST_COUNTED && gap.from <= at && now < gap.notedAt + NOTED_EVERY;
}

function grown(gap: EventGap, { at, eventType, why }: MissingEvent, now: Instant): EventGap {
  const count = Math.min(MOST_COUNTED, (gap[why][eventType] ?? 0) + 1);
  const notedAt = Math.max(gap.notedAt, now);
  return { ...gap, from: Math.min(gap.from, at), notedAt, [why]: { ...gap[why], [eventType]: count } };
}

/**
 * The beginning of what is missing and was not made up for by whoever read everything up to `madeUpFor`. Views are left out:
 * nothing but their event tells of them, so there is nothing to read.
 */
export function missingSince(gaps: readonly EventGap[], madeUpFor: Instant): Instant | undefined {
  const open = gaps.filter(
    (gap) => typesIn(gap).some((type) => type !== VIEW) && gap.notedAt + NOTED_EVERY > madeUpFor,
  );
  return open.length === 0 ? undefined : Math.min(...open.map(({ from }) => from));
}

/** Up to this moment views may be missing; undefined: none is. An event that does not say what it is may be one. */
export function viewsMissingUpTo(gaps: readonly EventGap[]): Instant | undefined {
  const of = gaps.filter((gap) => typesIn(gap).some((type) => [VIEW, UNKNOWN_EVENT].includes(type)));
  return of.length === 0 ? undefined : Math.max(...of.map(({ notedAt }) => notedAt + NOTED_EVERY));
}

function typesIn({ unread, lost }: EventGap): string[] {
  return [...Object.keys(unread), ...Object.keys(lost)];
}
