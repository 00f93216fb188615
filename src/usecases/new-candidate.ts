import { daysAgo } from '../domain/ago';
import type { Coverage } from '../domain/activity';
import type { AccountId, CandidateNumber, ProfileId } from '../domain/identifiers';
import { toIso, utcDay, type Instant } from '../domain/instant';
import type { Decision, ReclamationRule } from '../domain/reclamation-rule';
import { carriedQuestion, type SeatPromise } from '../domain/promises/seat-promise';
import { noteOn, UNTOUCHED, type RemovalCandidate } from '../domain/removal-candidate';
import type { Proposed, Setting } from './judge-seats';

type Facts = Pick<
  RemovalCandidate,
  | 'number'
  | 'profileId'
  | 'accountId'
  | 'roleKey'
  | 'source'
  | 'justification'
  | 'ruleId'
  | 'ruleName'
  | 'thresholdDays'
  | 'activityBasis'
  | 'inactiveDays'
  | 'silentSince'
  | 'because'
>;

/** A candidate that waits for somebody to reclaim it. */
export function readyCandidate(
  facts: Facts,
  opening: { readonly at: Instant; readonly text: string; readonly by: AccountId | null },
): RemovalCandidate {
  const start = { revision: 1, state: 'Ready', openedAt: opening.at, timeline: [opening] } as const;
  // Not spread: a literal with several spreads takes a hundred times as long, and thousands are made at once.
  return Object.assign({}, UNTOUCHED, facts, start);
}

/** The candidate with what the person was asked about the seat before, whoever asked: they are not asked twice. */
export function withQuestion(candidate: RemovalCandidate, promise: SeatPromise | undefined): RemovalCandidate {
  const { openedAt: at } = candidate;
  const carried = carriedQuestion(promise, at);
  if (!carried) return candidate;
  const text = `The person was asked about this seat before, on ${utcDay(carried.notice.askedAt)}; that question goes on.`;
  return noteOn({ ...candidate, ...carried }, { at, text, by: null });
}

/** The candidate that a rule opens for a seat. */
export function proposedCandidate(
  { subscription, decision, rule }: Proposed,
  number: CandidateNumber,
  setting: Pick<Setting, 'now' | 'coverage'> & { readonly profileId: ProfileId },
): RemovalCandidate {
  const because = explain(decision, rule, setting.coverage);
  return readyCandidate(
    {
      number,
      profileId: setting.profileId,
      accountId: subscription.accountId,
      roleKey: subscription.roleKey,
      source: 'rule',
      justification: 'Low Usage',
      ruleId: rule.id,
      ruleName: rule.name,
      thresholdDays: rule.lastActivityThresholdDays,
      activityBasis: rule.activityBasis,
      inactiveDays: decision.inactiveDays,
      silentSince: decision.silentSince,
      because,
    },
    { at: setting.now, text: `Opened by the rule “${rule.name}”. ${because}`, by: null },
  );
}

function explain(
  decision: Extract<Decision, { kind: 'candidate' }>,
  rule: ReclamationRule,
  coverage: Coverage | undefined,
): string {
  const watched = coverage ? ` Activity was read without gaps since ${toIso(coverage.from).slice(0, 10)}.` : '';
  const silence =
    decision.inactiveDays === null
      ? `No activity seen since ${toIso(decision.silentSince).slice(0, 10)}`
      : `Last activity ${daysAgo(decision.inactiveDays)}, on ${toIso(decision.silentSince).slice(0, 10)}`;
  return `${silence}; the rule proposes seats without activity for ${rule.lastActivityThresholdDays} days.${watched}`;
}
