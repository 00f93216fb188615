import type { MySeat, MySeatQuestion } from '../../../../../src/shared/contract';
import type { Format } from '../../components/format';

type Words = Pick<Format, 'date' | 'day' | 'relative'>;

/** When a seat was last used, as far as that is known: what is not known is never called inactive. */
export function lastSeen({ activity }: MySeat, format: Words, now: number): string {
  switch (activity.kind) {
    case 'seen':
      return `You were last seen using it ${format.relative(activity.at, now)}, on ${format.date(activity.at)}.`;
    case 'none-since':
      return `You have not been seen using it since ${format.date(activity.since)}.`;
    case 'unknown':
      return 'When you last used it is not known.';
  }
}

/** Why somebody is asked about a seat. */
export function whyAsked({ activity, application }: MySeat, format: Words): string {
  switch (activity.kind) {
    case 'seen':
      return `You were last seen in ${application} on ${format.date(activity.at)}.`;
    case 'none-since':
      return `You have not been seen in ${application} since ${format.date(activity.since)}.`;
    case 'unknown':
      return `It is not known when you last used ${application}.`;
  }
}

export const TITLES: Readonly<Record<MySeatQuestion['state'], string>> = {
  asked: 'Do you still need this seat?',
  'wants-to-keep': 'An administrator decides',
  released: 'This seat will be taken back',
  denied: 'This seat will be taken back',
  kept: 'You keep this seat',
};

/** What follows from an answer. */
export function whatFollows(question: MySeatQuestion, format: Words): string {
  const on = question.answeredAt === null ? '' : ` on ${format.date(question.answeredAt)}`;
  switch (question.state) {
    case 'asked':
      return `The time to answer ended with ${format.day(question.answerDay)}, so the seat may be taken back at any time.`;
    case 'wants-to-keep':
      return `You asked to keep it${on}. Until an administrator decides, nothing changes.`;
    case 'released':
      return `You said${on} that you don’t need it. What you made in Jira stays, and a seat can be given back.`;
    case 'denied':
      return `You asked to keep it${on}, and an administrator decided to take it back. If you need it, ask a Jira administrator: a seat can be given back.`;
    case 'kept':
      return `You asked to keep it${on}, and an administrator agreed.${keptThrough(question, format)}`;
  }
}

function keptThrough({ keptThrough: day, answerZone }: MySeatQuestion, format: Words): string {
  return day === null ? '' : ` Nobody asks you again before the end of ${format.day(day)} (${answerZone}).`;
}
