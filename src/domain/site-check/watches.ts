import type { ActivityKind } from '../activity-kind';
import { MINUTE, type Instant } from '../instant';
import type { AccountId } from '../identifiers';
import type { BegunWatch, SiteKnowledge } from './answers';
import type { CheckBy } from './checks';

/** What somebody does in Jira on purpose, as events tell of it. */
const KINDS_OF: Readonly<Record<CheckBy<'watch'>, readonly ActivityKind[]>> = {
  'work-events': ['issue-changed', 'comment-added'],
  'work-item-views': ['issue-viewed'],
  'board-views': ['issue-viewed'],
  'list-views': ['issue-viewed'],
};

/** Warm functions know of a watch this soon. */
export const HEARD_AFTER = MINUTE;
/** Events come minutes late, and later than this only when something is wrong. */
const LONGEST_LATENESS = 10 * MINUTE;

export function newWatch(check: CheckBy<'watch'>, by: AccountId, now: Instant): BegunWatch {
  const listensFrom = now + HEARD_AFTER;
  return { kind: 'watch', check, by, at: now, listensFrom, until: listensFrom + LONGEST_LATENESS, heard: null };
}

/** An event of somebody's work, as it reached the app. */
export interface ArrivedEvent {
  readonly kind: ActivityKind;
  readonly accountId: AccountId;
  readonly at: Instant;
}

/** The watches that an event answers, or is one more copy for: of this person, begun before it happened. */
export function watchesAnsweredBy({ begun }: SiteKnowledge, event: ArrivedEvent): BegunWatch[] {
  return begun.filter(
    (each): each is BegunWatch =>
      each.kind === 'watch' &&
      each.by === event.accountId &&
      (each.heard === null ? event.at >= each.at : event.at === each.heard.at) &&
      KINDS_OF[each.check].includes(event.kind),
  );
}

/** People whose events are waited for. */
export function watchedPeople({ begun }: SiteKnowledge): ReadonlySet<AccountId> {
  return new Set(begun.filter(({ kind }) => kind === 'watch').map(({ by }) => by));
}
