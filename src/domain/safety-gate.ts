import { tellAnswerTime, type AnswerTime } from './answer-time';
import type { RemovalPlan } from './effective-seat';
import { explainExclusion, type ExclusionRule } from './exclusion-rule';
import type { AccountId } from './identifiers';
import { isValidationFresh, isValidationPassed, type IntegrationProfile } from './integration-profile';
import type { Instant } from './instant';
import { programDoubt, type OwnerKind } from './programs/account-owner';
import { isOverdue, mustAsk, type Asks } from './asking';
import { isAboutActivity, isHalfway, type CandidateState, type RemovalCandidate } from './removal-candidate';

/** What Jira says of an account now. */
export interface AccountNow {
  readonly active: boolean;
  readonly accountType: string;
  readonly guest: boolean;
  readonly serviceAccount: boolean;
  /** A guess by its name. */
  readonly soundsLikeProgram: boolean;
  /** Null: not known. */
  readonly timeZone: string | null;
}

/** What Jira says about one person at the moment of removal. */
export interface FreshFacts {
  /** Undefined: Jira no longer knows the account. */
  readonly person: AccountNow | undefined;
  /** Whose account an administrator confirmed it to be; null: nobody did. */
  readonly confirmedAs: OwnerKind | null;
  readonly plan: RemovalPlan;
  /** `unclear`: the search failed, warned or was cut short; doubt means keep. `not-asked`: the seat was proposed whatever is used. */
  readonly recentActivity: 'none' | 'seen' | 'unclear' | 'not-asked';
  /** Access was given anew since the candidate was proposed, or lately: its silence starts over. */
  readonly isGivenAnew: boolean;
  /** A data security policy hides content from the app, so silence proves nothing. */
  readonly contentBlocked: boolean;
  /** The rule that excludes the seat now, or one that is lost with it, also when no evaluation has seen it yet. */
  readonly exclusion: ExclusionRule | undefined;
  /** Why the reclamation rules forbid the removal now: the one that proposed it is not confirmed, or one protects the person. */
  readonly ruleLock: string | undefined;
  /** Why a seat that would be lost too has to stay: it was promised, or its own rule does not let it go. */
  readonly lostLock: string | undefined;
  /** Whether, and for how long, the rule has people asked first. */
  readonly asks: Asks | undefined;
  readonly now: Instant;
}

export type RecheckVerdict =
  | { readonly kind: 'proceed' }
  /** Nothing stands against the removal, but the person is to be asked before and has so many days to answer. */
  | { readonly kind: 'ask'; readonly reason: string; readonly time: AnswerTime }
  /** The candidate is settled without a removal. */
  | { readonly kind: 'cancel' | 'skip'; readonly reason: string }
  /** Not possible here: somebody has to do something first. */
  | { readonly kind: 'attention'; readonly reason: string }
  /** Not now: the candidate stays and says why. */
  | { readonly kind: 'hold'; readonly reason: string };

/** Whether a profile may reclaim at all. Undefined: it may. Every door to a removal asks this first. */
export function reclaimLock(profile: IntegrationProfile): string | undefined {
  if (profile.status !== 'Published') return 'The profile is a draft. Publish it before seats are reclaimed.';
  if (!profile.reclaim) return 'Reclaim subscriptions is switched off in the profile.';
  if (!isValidationFresh(profile))
    return 'The groups or switches of the profile changed since it was validated. Validate it again.';
  if (!isValidationPassed(profile))
    return 'The last validation of the profile found problems. Mend them and validate it again.';
  return undefined;
}

/** Whether the profile's operator may act in the background. Undefined: yes. */
export function operatorLock(profile: IntegrationProfile): string | undefined {
  if (profile.reclaimOperator === null) {
    return 'No site administrator is authorized as reclaim operator, so nothing can be removed in the background. Reclaim one by one, or authorize yourself in the profile.';
  }
  return profile.operatorCheck?.problem ?? undefined;
}

/**
 * Decides whether one person may be removed now. Pure; any doubt keeps the seat.
 * @param actors whoever acts: the calling administrator, whose request they approved and the profile's operator, who are never removed
 */
export function recheck(
  candidate: RemovalCandidate,
  profile: IntegrationProfile,
  actors: readonly AccountId[],
  fresh: FreshFacts,
): RecheckVerdict {
  const lock = reclaimLock(profile);
  if (lock) return { kind: 'hold', reason: lock };
  if (!MAY_BE_TAKEN.has(candidate.state) && !isOverdue(candidate, fresh.now))
    return { kind: 'hold', reason: `The candidate is ${candidate.state}, so nothing is removed.` };
  if (actors.includes(candidate.accountId)) {
    return {
      kind: 'hold',
      reason: 'This is the account that acts here. Nobody removes their own access with this app.',
    };
  }
  if (fresh.ruleLock) return { kind: 'hold', reason: fresh.ruleLock };
  if (fresh.exclusion)
    return { kind: 'hold', reason: `${explainExclusion(fresh.exclusion)} ${left(candidate, fresh)}` };
  return (
    recheckPerson(fresh) ??
    recheckPlan(fresh.plan) ??
    recheckEvidence(candidate, fresh) ??
    recheckNotice(candidate, fresh) ??
    (fresh.lostLock === undefined ? { kind: 'proceed' } : { kind: 'hold', reason: fresh.lostLock })
  );
}

/** The exclusion may be about another application, which the same groups give. */
function left({ roleKey }: RemovalCandidate, { exclusion }: FreshFacts): string {
  const isOther = exclusion?.target.kind === 'identifier' && exclusion.target.roleKey !== roleKey;
  return isOther
    ? `It is ${exclusion.target.roleKey}, which would be lost too. Nothing is removed.`
    : 'Nothing is removed.';
}

/** Whoever was asked is left alone until they answered or the time to answer has gone by. */
const MAY_BE_TAKEN: ReadonlySet<CandidateState> = new Set(['Ready', 'Attention Required', 'Awaiting Revocation']);

function recheckPerson({ person, confirmedAs }: FreshFacts): RecheckVerdict | undefined {
  if (!person) return { kind: 'skip', reason: 'Jira no longer knows this account.' };
  if (!person.active) return { kind: 'skip', reason: 'The account is deactivated and holds no seat.' };
  if (person.accountType !== 'atlassian') return { kind: 'skip', reason: 'This is not a person’s account.' };
  if (person.guest) return { kind: 'hold', reason: 'This is a guest account; guests are not removed by this app.' };
  if (person.serviceAccount)
    return {
      kind: 'hold',
      reason: 'This is a service account: what it runs would stop. It is not removed by this app.',
    };
  return recheckProgram(person, confirmedAs);
}

/** The name is a hint only, so an administrator decides once; until then a program is kept, whoever acts. */
function recheckProgram({ soundsLikeProgram }: AccountNow, confirmedAs: OwnerKind | null): RecheckVerdict | undefined {
  switch (programDoubt(soundsLikeProgram, confirmedAs)) {
    case 'suspected':
      return { kind: 'hold', reason: SUSPECTED };
    case 'confirmed-program':
      return {
        kind: 'hold',
        reason: 'An administrator confirmed that a program uses this account. It is not removed.',
      };
    default:
      return undefined;
  }
}

const SUSPECTED =
  'The account’s name sounds like a program’s. Confirm on the candidate whether it is a person’s before its seat is taken.';

function recheckPlan(plan: RemovalPlan): RecheckVerdict | undefined {
  switch (plan.kind) {
    case 'no-seat':
      return { kind: 'skip', reason: 'The person no longer holds this seat.' };
    case 'administrator':
      return { kind: 'hold', reason: 'The person is in an administrators’ group and is never removed.' };
    case 'kept-alive':
      return {
        kind: 'attention',
        reason:
          'A group outside the profile’s selection also gives this seat, so removing the selected groups would free nothing.',
      };
    case 'externally-managed':
      return {
        kind: 'attention',
        reason:
          'A group that gives this seat is managed elsewhere, e.g. by an identity provider. Remove the person there; nothing is changed here.',
      };
    case 'remove':
      return undefined;
  }
}

function recheckEvidence({ justification }: RemovalCandidate, fresh: FreshFacts): RecheckVerdict | undefined {
  // Whoever proposed it did not speak of activity, but only of this seat.
  if (!isAboutActivity(justification)) return recheckLost(fresh);
  if (fresh.contentBlocked) {
    return {
      kind: 'hold',
      reason: 'A data security policy hides content from this app, so activity can’t be ruled out.',
    };
  }
  if (fresh.isGivenAnew) return { kind: 'cancel', reason: 'Access was given anew, so the silence starts over.' };
  if (fresh.recentActivity === 'seen') return { kind: 'cancel', reason: 'Activity was found just now.' };
  if (fresh.recentActivity === 'unclear') {
    return { kind: 'hold', reason: 'Recent activity could not be checked completely. Try again later.' };
  }
  return undefined;
}

/** Seats that would be lost too are taken only where their own use was looked at, whatever the first one was proposed for. */
function recheckLost({ plan, contentBlocked, recentActivity, isGivenAnew }: FreshFacts): RecheckVerdict | undefined {
  if (plan.kind !== 'remove' || plan.alsoLoses.length === 0) return undefined;
  if (recentActivity === 'none' && !contentBlocked && !isGivenAnew) return undefined;
  return {
    kind: 'hold',
    reason: `Another seat would be lost too (${plan.alsoLoses.join(', ')}), and the person may still use it.`,
  };
}

function recheckNotice(candidate: RemovalCandidate, { asks, now }: FreshFacts): RecheckVerdict | undefined {
  if (!asks || isHalfway(candidate) || !mustAsk(candidate, asks, now)) return undefined;
  return { kind: 'ask', time: asks, reason: `The person is asked first and has ${tellAnswerTime(asks)} to answer.` };
}
