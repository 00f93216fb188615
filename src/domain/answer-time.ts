import { DAY, startOfDay, type Instant } from './instant';

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

/** When the time to answer is over: days off, in UTC, stop it. Somebody asked on a Saturday has all of their working days. */
export function answerBy({ daysBeforeAutoReclamation, answerDays }: AnswerTime, askedAt: Instant): Instant {
  let [at, left] = [askedAt, daysBeforeAutoReclamation * DAY];
  for (;;) {
    const tomorrow = startOfDay(at) + DAY;
    if (!DAYS_OFF[answerDays].includes(new Date(at).getUTCDay())) {
      if (left <= tomorrow - at) return at + left;
      left -= tomorrow - at;
    }
    at = tomorrow;
  }
}

/** `14 days`, `1 day`, `5 working days`. */
export function tellAnswerTime({ daysBeforeAutoReclamation: days, answerDays }: AnswerTime): string {
  return `${days} ${answerDays === 'all' ? '' : 'working '}${days === 1 ? 'day' : 'days'}`;
}
