import { CLASS_OF_KIND } from '../domain/activity';
import { toIso } from '../domain/instant';
import type { TimelineEvent } from '../domain/person-timeline';
import type { ActivityEventView, DecisionCard, PersonActivityView } from '../shared/contract';
import type { ExplainedSeat } from '../usecases/explain-decision';
import type { KnownActivity } from '../usecases/read-person-activity';
import { isoOrNull, WHAT } from './views';

/** What is known about one person, as the pages see it. */
export function personActivityView(accountId: string, known: KnownActivity): PersonActivityView {
  const { events, coverage, eventsFrom, gaps } = known;
  return {
    accountId,
    events: events.map(eventView),
    contributionsFrom: isoOrNull(coverage?.from),
    viewsFrom: isoOrNull(eventsFrom),
    gaps,
  };
}

function eventView({ at, kind, ref, precision }: TimelineEvent): ActivityEventView {
  // An audit record has no page of its own to look it up on.
  const issueKey = ref === null || ref.startsWith('audit:') ? null : ref;
  return { at: toIso(at), precision, activityClass: CLASS_OF_KIND[kind], what: WHAT[kind], issueKey };
}

export function decisionCard(
  { accountId, roleKey }: Pick<DecisionCard, 'accountId' | 'roleKey'>,
  { activity, proposal, evaluatedAt, ...explained }: ExplainedSeat,
): DecisionCard {
  return {
    accountId,
    roleKey,
    ...explained,
    evaluatedAt: toIso(evaluatedAt),
    proposal: proposal && { ...proposal, at: toIso(proposal.at) },
    activity: personActivityView(accountId, activity),
  };
}
