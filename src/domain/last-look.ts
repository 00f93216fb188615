import type { ActivityBasis } from './activity-kind';
import type { Coverage } from './coverage';
import type { GroupId } from './identifiers';
import { toIso, utcDay } from './instant';
import type { FreshFacts } from './safety-gate';

/** What the last look at a person's activity was about; absent where the seat was proposed whatever is used. */
export interface LookedFor {
  readonly basis: ActivityBasis;
  readonly thresholdDays: number;
  /** What the jobs had read up to then; undefined: nothing. */
  readonly coverage: Pick<Coverage, 'from' | 'to'> | undefined;
}

/** What the last look at one person found, right before their seat was taken, they were asked, or it was kept. */
export interface LastLook {
  readonly facts: Pick<
    FreshFacts,
    | 'person'
    | 'confirmedAs'
    | 'plan'
    | 'recentActivity'
    | 'isGivenAnew'
    | 'contentBlocked'
    | 'exclusion'
    | 'ruleLock'
    | 'lostLock'
  >;
  readonly lookedFor: LookedFor | undefined;
  /** Every group that gives the seat. */
  readonly grantingGroups: readonly GroupId[];
}

/** The look as the evidence keeps it: ids and numbers only, the same keys every time. */
export function lookDetails(look: LastLook, as: 'caller' | 'operator'): Readonly<Record<string, unknown>> {
  const { facts, lookedFor, grantingGroups } = look;
  const { person, confirmedAs, plan, recentActivity, isGivenAnew, contentBlocked, exclusion, ruleLock, lostLock } =
    facts;
  const coverage = lookedFor?.coverage;
  return {
    as,
    recentActivity,
    accessGivenAnew: isGivenAnew,
    basis: lookedFor?.basis ?? null,
    thresholdDays: lookedFor?.thresholdDays ?? null,
    coverage: coverage ? { from: toIso(coverage.from), to: toIso(coverage.to) } : null,
    contentBlocked,
    account: person
      ? {
          active: person.active,
          type: person.accountType,
          guest: person.guest,
          service: person.serviceAccount,
          soundsLikeProgram: person.soundsLikeProgram,
          confirmedAs,
        }
      : null,
    plan: plan.kind,
    grantingGroups,
    exclusion: exclusion?.id ?? null,
    lock: ruleLock ?? null,
    lockOfLost: lostLock ?? null,
  };
}

/** The look that a removal rests on, in one sentence with its numbers. */
export function tellLook({ lookedFor, grantingGroups }: LastLook): string {
  const groups = grantingGroups.length === 1 ? '1 group gives' : `${grantingGroups.length} groups give`;
  const rest = `the account is active, ${groups} the seat, and no exclusion and no rule keeps it.`;
  return `Looked once more: ${lookedFor ? tellSilence(lookedFor) : 'activity was not asked about'}; ${rest}`;
}

function tellSilence({ thresholdDays, coverage }: LookedFor): string {
  const days = thresholdDays === 1 ? 'day' : `${thresholdDays} days`;
  const read = coverage ? `, read from ${utcDay(coverage.from)} to ${utcDay(coverage.to)} and asked about again` : '';
  return `no activity in the last ${days}${read}`;
}
