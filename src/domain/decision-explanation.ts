import type { Coverage, LastActivity } from './activity';
import { explainExclusion, type ExclusionRule } from './exclusion-rule';
import { linkOf, type FactLink } from './fact-link';
import { DAY, utcDay, wholeDays, type Instant } from './instant';
import {
  decide,
  isCovered,
  isInGrace,
  meetsCondition,
  protectionOf,
  type Decision,
  type KeptBecause,
  type PersonFacts,
  type ReclamationRule,
} from './reclamation-rule';
import type { SoftwareSubscription } from './software-subscription';

/** Everything a decision about one seat is made of. */
export interface SeatFacts {
  readonly subscription: SoftwareSubscription;
  /** Under the basis of the rule. */
  readonly activity: LastActivity;
  readonly coverage: Coverage | undefined;
  readonly rule: ReclamationRule | undefined;
  readonly exclusion: ExclusionRule | undefined;
  readonly person: PersonFacts;
  readonly now: Instant;
}

/** One thing that was looked at. `for`: speaks for taking the seat back; `against`: enough alone to keep it. */
export interface ExplainedFact {
  readonly name: string;
  readonly text: string;
  readonly speaks: 'for' | 'against' | 'neither';
  /** Where a colleague can check it. */
  readonly link?: FactLink | undefined;
}

export interface ExplainedDecision {
  readonly decision: 'candidate' | 'keep' | 'unknown';
  /** The answer in one sentence with its numbers. */
  readonly because: string;
  readonly facts: readonly ExplainedFact[];
}

/** Decides one seat: an exclusion comes before any rule, and where no rule judges nobody is proposed. */
export function decideSeat({ exclusion, rule, subscription, activity, coverage, person, now }: SeatFacts): Decision {
  if (exclusion) return { kind: 'keep', because: 'excluded' };
  if (!rule) return { kind: 'keep', because: 'unknown' };
  return decide(subscription, activity, coverage, rule, now, person);
}

/** Explains a decision by everything it looked at. A seat is proposed exactly when no fact here speaks against it. */
export function explainDecision(seat: SeatFacts): ExplainedDecision {
  const decision = decideSeat(seat);
  const facts = LOOKED_AT.map((look) => look(seat));
  if (decision.kind === 'candidate') {
    const { text } = activityFact(seat);
    return { decision: 'candidate', because: `Proposed for removal. ${text}`, facts };
  }
  const behind = seat.rule || seat.exclusion ? FACT_BEHIND[decision.because] : ruleFact;
  const { text } = behind(seat);
  return UNCERTAIN.includes(decision.because)
    ? {
        decision: 'unknown',
        because: `Not proposed: too little is known, and any doubt keeps the seat. ${text}`,
        facts,
      }
    : { decision: 'keep', because: `Not proposed. ${text}`, facts };
}

/** In the order in which a colleague would ask. */
const LOOKED_AT = [
  activityFact,
  ruleFact,
  coverageFact,
  exclusionFact,
  administratorFact,
  protectionFact,
  ageFact,
  conditionFact,
] as const;
const UNCERTAIN: readonly KeptBecause[] = ['unknown', 'not-covered', 'too-new'];

const FACT_BEHIND: Readonly<Record<KeptBecause, (seat: SeatFacts) => ExplainedFact>> = {
  active: activityFact,
  unknown: activityFact,
  'too-new': activityFact,
  'no-activity-kept': activityFact,
  'not-covered': coverageFact,
  'in-grace': ageFact,
  protected: protectionFact,
  'out-of-condition': conditionFact,
  'counted-only': ruleFact,
  administrator: administratorFact,
  excluded: exclusionFact,
};

function exclusionFact({ exclusion }: SeatFacts): ExplainedFact {
  const name = 'Exclusions';
  return exclusion
    ? { name, text: explainExclusion(exclusion), speaks: 'against' }
    : { name, text: 'No exclusion rule is about this person or application.', speaks: 'neither' };
}

const COUNTS: Readonly<Record<ReclamationRule['activityBasis'], string>> = {
  'original-compatible': 'creating work items, comments and some administration count',
  'any-contribution': 'every contribution and administration counts',
  'including-views': 'every contribution, administration and view counts',
};

function ruleFact({ rule }: SeatFacts): ExplainedFact {
  const name = 'Rule';
  if (!rule)
    return { name, text: 'No reclamation rule judges this application, so nobody is proposed.', speaks: 'against' };
  if (!rule.createCandidates)
    return { name, text: `“${rule.name}” only counts usage and proposes nobody.`, speaks: 'against' };
  const text = `“${rule.name}” proposes seats without activity for ${rule.lastActivityThresholdDays} days; ${COUNTS[rule.activityBasis]}.`;
  return { name, text, speaks: 'neither' };
}

function activityFact({ activity, rule, now }: SeatFacts): ExplainedFact {
  const name = 'Activity';
  const threshold = rule?.lastActivityThresholdDays ?? Infinity;
  switch (activity.kind) {
    case 'seen': {
      const text = `Last activity ${days(wholeDays(activity.at, now))} ago, on ${utcDay(activity.at)}.`;
      const speaks = activity.at >= now - threshold * DAY ? 'against' : 'for';
      return { name, text, speaks, link: linkOf(activity.ref) };
    }
    case 'none-since':
    case 'never': {
      const silent = `No activity seen since ${utcDay(activity.since)}, ${days(wholeDays(activity.since, now))} ago`;
      if (activity.since > now - threshold * DAY)
        return { name, text: `${silent}: not long enough to tell.`, speaks: 'against' };
      if (rule?.includeNoActivity === false)
        return {
          name,
          text: `${silent}; the rule leaves people alone of whom nothing was ever seen.`,
          speaks: 'against',
        };
      return { name, text: `${silent}.`, speaks: 'for' };
    }
    case 'unknown':
      return { name, text: activity.because, speaks: 'against' };
  }
}

function coverageFact({ coverage, rule, now }: SeatFacts): ExplainedFact {
  const name = 'What was read';
  if (!coverage) return { name, text: 'Activity has not been read yet.', speaks: 'against' };
  const span = `from ${utcDay(coverage.from)} to ${utcDay(coverage.to)}, ${days(wholeDays(coverage.from, now))}`;
  const [gap] = coverage.gaps;
  if (gap !== undefined)
    return { name, text: `Activity was read ${span}, but not completely. ${gap}`, speaks: 'against' };
  if (rule && !isCovered(coverage, rule.lastActivityThresholdDays, now))
    return {
      name,
      text: `Activity was read ${span}: not the rule’s last ${days(rule.lastActivityThresholdDays)}.`,
      speaks: 'against',
    };
  return { name, text: `Activity was read without gaps ${span}.`, speaks: 'neither' };
}

function administratorFact({ subscription }: SeatFacts): ExplainedFact {
  const name = 'Administrator';
  return subscription.administrator
    ? { name, text: 'The person is in an administrators’ group and is never proposed.', speaks: 'against' }
    : { name, text: 'The person is in no administrators’ group.', speaks: 'neither' };
}

function protectionFact({ subscription, rule, person }: SeatFacts): ExplainedFact {
  const name = 'Protected';
  const protection = rule && protectionOf(rule, subscription);
  if (protection === 'person') return { name, text: 'The rule protects this person by name.', speaks: 'against' };
  if (protection === 'group' || person.isProtected)
    return { name, text: 'A rule of this profile protects this person or a group they are in.', speaks: 'against' };
  return { name, text: 'No rule protects this person or their groups.', speaks: 'neither' };
}

function ageFact({ subscription, person, rule, now }: SeatFacts): ExplainedFact {
  const name = 'Age of the seat';
  const given = Math.max(subscription.firstSeen ?? -Infinity, person.assignedAt ?? -Infinity);
  const since = Number.isFinite(given) ? `given on ${utcDay(given)}` : 'there since the first download';
  if (rule && isInGrace(subscription, person, rule, now)) {
    const text = `The seat is new, ${since}; the rule leaves seats alone for ${days(rule.newAccountGraceDays)}.`;
    return { name, text, speaks: 'against' };
  }
  return { name, text: `The seat is not new: ${since}.`, speaks: 'neither' };
}

function conditionFact({ subscription, rule }: SeatFacts): ExplainedFact {
  const name = 'Condition';
  const isOut = rule !== undefined && !meetsCondition(subscription, rule.condition);
  return isOut
    ? { name, text: 'The rule looks only at other groups, or at older seats.', speaks: 'against' }
    : { name, text: 'The rule looks at seats like this one.', speaks: 'neither' };
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
