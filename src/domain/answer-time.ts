import { addDays, dayIn, overEverywhere, weekdayOf, type CalendarDay, type TimeZone } from './days/told-day';
import type { Instant } from './instant';

/** Which days count when people have so many to answer. */
export const ANSWER_DAYS = ['all', 'monday-to-friday', 'sunday-to-thursday'] as const;
export type AnswerDays = (typeof ANSWER_DAYS)[number];

/** How long people have to answer before silence counts as consent. */
export interface AnswerTime {
  readonly daysBeforeAutoReclamation: number;
  readonly answerDays: AnswerDays;
}

/** Days of the week that don't count; 0 is Sunday. Jira tells nobody's calendar, so a rule says which are days off. */
const DAYS_OFF: Readonly<Record<AnswerDays, readonly number[]>> = {
  all: [],
  'monday-to-friday': [6, 0],
  'sunday-to-thursday': [5, 6],
};

/** Whose days are counted. */
export interface AnswerZones {
  /** The person's own, where it is known; else the site's. */
  readonly reader: TimeZone;
  readonly site: TimeZone;
}

/** Until when somebody may answer. */
export interface AnswerDeadline {
  /** The last day to answer, as it is told; it counts in the zone. */
  readonly answerDay: CalendarDay;
  readonly zone: TimeZone;
  /** Silence counts as consent from then on. */
  readonly answerBy: Instant;
}

/**
 * The days after the one on which somebody is asked, in their own zone, without days off. The time ends no earlier than that last
 * day is over everywhere, and on a day that is off neither for the person nor for the site.
 */
export function answerDeadline(time: AnswerTime, askedAt: Instant, { reader, site }: AnswerZones): AnswerDeadline {
  const answerDay = lastDay(time, dayIn(reader, askedAt));
  let end = answerDay;
  const isOff = (zone: TimeZone) => isDayOff(time, dayIn(zone, overEverywhere(end)));
  while (isOff(reader) || isOff(site)) end = addDays(end, 1);
  return { answerDay, zone: reader, answerBy: overEverywhere(end) };
}

function lastDay(time: AnswerTime, asked: CalendarDay): CalendarDay {
  let day = asked;
  for (let left = time.daysBeforeAutoReclamation; left > 0;) {
    day = addDays(day, 1);
    if (!isDayOff(time, day)) left -= 1;
  }
  return day;
}

/** Whether a day doesn't count. */
export function isDayOff({ answerDays }: Pick<AnswerTime, 'answerDays'>, day: CalendarDay): boolean {
  return DAYS_OFF[answerDays].includes(weekdayOf(day));
}

/** `14 days`, `1 day`, `5 working days`. */
export function tellAnswerTime({ daysBeforeAutoReclamation: days, answerDays }: AnswerTime): string {
  return `${days} ${answerDays === 'all' ? '' : 'working '}${days === 1 ? 'day' : 'days'}`;
}
