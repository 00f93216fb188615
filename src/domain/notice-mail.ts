import { tellDay, type CalendarDay, type TimeZone } from './days/told-day';
import type { Instant } from './instant';

export interface NoticeMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What the mail is made of. */
export interface NoticeFacts {
  readonly number: string;
  readonly application: string;
  /** Null when no activity was ever seen. */
  readonly lastActivityAt: Instant | null;
  readonly silentSince: Instant;
  /** The last day to answer, and the zone in which all days are told. */
  readonly answerDay: CalendarDay;
  readonly zone: TimeZone;
  /** The page where to answer. */
  readonly address: string;
}

/** Asks somebody whether they still need their seat: why, until when, what each answer does, and that nothing is lost. */
export function noticeMail(given: NoticeFacts): NoticeMail {
  const facts = { ...given, application: oneLine(given.application) };
  const { number, application, address } = facts;
  const subject = `Do you still need ${application}?`;
  const before = [
    reason(facts),
    `Please answer before the end of ${tellDay(facts.answerDay)} (time zone: ${facts.zone}):`,
  ];
  const after = [
    'If you want to keep it, say so there, and your administrators decide.',
    `If you don’t need it, or don’t answer, your access to ${application} is taken back after that day. Using ${application} until then keeps it, too.`,
    'Nothing you wrote is lost, and your administrators can give the access back.',
    `Reference: ${number}`,
  ];
  return {
    subject,
    text: [...before, address, ...after].join('\n\n'),
    html: [
      ...before.map(paragraph),
      `<p><a href="${escaped(address)}">My Jira seat</a></p>`,
      ...after.map(paragraph),
    ].join(''),
  };
}

/** What was decided about the wish to keep a seat. */
export interface DecisionFacts {
  readonly number: string;
  readonly application: string;
  /** Nobody asks again before this day is over everywhere; null: the seat is taken back. */
  readonly keptThrough: CalendarDay | null;
  /** In which days are told. */
  readonly zone: TimeZone;
}

/** Tells somebody who wants to keep their seat what their administrators decided. */
export function decisionMail({ number, keptThrough, zone, ...facts }: DecisionFacts): NoticeMail {
  const application = oneLine(facts.application);
  const isKept = keptThrough !== null;
  const said = isKept
    ? [
        `Your administrators decided that you keep your access to ${application}.`,
        `Nobody asks you again before the end of ${tellDay(keptThrough)} (time zone: ${zone}).`,
      ]
    : [
        `Your administrators decided not to keep your seat: your access to ${application} is taken back soon.`,
        'Nothing you wrote is lost. Talk to your administrators if you still need it; they can give the access back.',
      ];
  const lines = [...said, `Reference: ${number}`];
  return {
    subject: isKept ? `You keep ${application}` : `Your access to ${application} ends`,
    text: lines.join('\n\n'),
    html: lines.map(paragraph).join(''),
  };
}

function reason({ application, lastActivityAt, silentSince, zone }: NoticeFacts): string {
  const silence =
    lastActivityAt === null
      ? `No work of yours was seen in ${application} since ${dayOf(silentSince, zone)}.`
      : `Your last work seen in ${application} was on ${dayOf(lastActivityAt, zone)}.`;
  return `${silence} Seats cost money, so your administrators ask whether you still need yours.`;
}

/** `7 December 2026`. */
function dayOf(at: Instant, timeZone: TimeZone): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(at);
}

/** A name is any text; a line break in it would end a subject, or begin a line that nobody wrote. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
