import type { ReadingEnd } from './read-in-browser';

type Count = (value: number, one: string, many: string) => string;

/** Requests of a browser a second, five at once, with what handing them in takes. */
const REQUESTS_PER_SECOND = 15;
/** From here on the first download is worth reading from a browser: more than a minute of the background's points. */
export const READ_HERE_FROM = 2000;
const MEMBERS_PER_REQUEST = 50;

export function requestsFor(memberships: number): number {
  return Math.ceil(memberships / MEMBERS_PER_REQUEST);
}

/** How long a browser needs for so many requests, in words that don't pretend to know the second. */
export function browserTime(requests: number, count: Count): string {
  const seconds = requests / REQUESTS_PER_SECOND;
  return seconds < 60 ? 'less than a minute' : `about ${count(Math.round(seconds / 60), 'minute', 'minutes')}`;
}

/** Why the browser stopped, what that means and what to do; undefined when there is nothing to say. */
export function endInWords(end: ReadingEnd, count: Count): { title: string; text: string } | undefined {
  switch (end.kind) {
    case 'finished':
      return undefined;
    case 'canceled':
      return { title: 'You stopped reading', text: KEPT };
    case 'taken':
      return {
        title: 'Another tab reads now',
        text: 'Everything this one read is kept. You need not do anything here.',
      };
    case 'silent':
      return { title: 'This browser was away too long', text: KEPT };
    case 'unanswered':
      return { title: 'Jira did not answer this browser', text: `It was asked three times. ${KEPT}` };
    case 'limited':
      return {
        title: 'Jira asks this browser for a longer pause',
        text: `It wants ${count(Math.round(end.seconds), 'second', 'seconds')}. ${KEPT}`,
      };
    case 'refused':
      return {
        title: 'Jira does not let you read the members',
        text: `It answered ${end.status}: you need the permission to browse users and groups. ${KEPT}`,
      };
  }
}

const KEPT = 'Everything read so far is kept, and the background goes on from there.';
