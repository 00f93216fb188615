import { latestActivity, type PersonActivity } from './activity';
import type { AccountId } from './identifiers';
import { DAY, type Instant } from './instant';
import { DEFAULT_THRESHOLD_DAYS, type ReclamationRule } from './reclamation-rule';

/** What was not read about one person: contributions after the newest known one, up to a moment. */
export interface UnreadPerson {
  readonly accountId: AccountId;
  readonly until: Instant;
  /** Jira was asked and gave no clear answer; false: nobody asked, because the person was seen otherwise. */
  readonly isUnclear: boolean;
}

/** From which moment on people have to have been seen, so that nobody needs to ask about them. */
export interface SilenceRule {
  readonly limit: Instant;
  /** Whether views break the silence. */
  readonly viewsCount: boolean;
}

/** The strictest of the profile's rules; a day earlier, because the evaluation comes a little later. */
export function silenceRule(rules: readonly ReclamationRule[], now: Instant): SilenceRule {
  const days = Math.min(...rules.map((rule) => rule.lastActivityThresholdDays));
  const threshold = Number.isFinite(days) ? days : DEFAULT_THRESHOLD_DAYS;
  return {
    limit: now - Math.max(0, threshold - 1) * DAY,
    viewsCount: rules.every((rule) => rule.activityBasis === 'including-views'),
  };
}

/** Some rule tells kinds of contributions apart: then the newest of every kind has to be known. */
export function needsEveryKind(rules: readonly ReclamationRule[]): boolean {
  return rules.some((rule) => rule.activityBasis === 'original-compatible');
}

/** What is still to be found out about one person after a leg was read from everywhere but the search. */
export type OpenQuestion =
  | { readonly kind: 'none' }
  /** Seen recently enough: what else they did up to `until` is left unread. */
  | { readonly kind: 'later'; readonly until: Instant }
  | { readonly kind: 'ask'; readonly from: Instant; readonly to: Instant };

/**
 * `searched`: the leg that nothing but a search can tell about; undefined when events told everything. They are never proof that
 * somebody did nothing, so whoever seems silent by events alone is asked about up to `told`, and nobody else.
 */
export function openQuestion(
  person: PersonActivity,
  facts: {
    readonly from: Instant;
    readonly searched: { readonly from: Instant; readonly to: Instant } | undefined;
    /** Null: everything of the leg was read, so nobody is asked about it. */
    readonly told: Instant | null;
    readonly unread: UnreadPerson | undefined;
    readonly rule: SilenceRule;
  },
): OpenQuestion {
  const { from, searched, told, unread, rule } = facts;
  const worked = latestActivity(person, 'any-contribution')?.at ?? -Infinity;
  const stretches = [
    ...(searched ? [searched] : []),
    ...(unread && unread.until > from ? [{ from, to: unread.until }] : []), // whatever is newer than the newest known contribution
  ].filter(({ to }) => to > worked);
  const seen = rule.viewsCount ? (latestActivity(person)?.at ?? -Infinity) : worked;
  const isSilent = seen < rule.limit;
  if (isSilent && !searched && told !== null) stretches.push({ from, to: told });
  if (stretches.length === 0) return { kind: 'none' };
  const until = Math.max(...stretches.map(({ to }) => to));
  if (!isSilent) return { kind: 'later', until };
  return { kind: 'ask', from: Math.max(worked, Math.min(...stretches.map((each) => each.from))), to: until };
}
