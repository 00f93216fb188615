import type { AccountId } from './identifiers';
import type { Instant } from './instant';

/** The kinds of evidence that are kept apart, in the order they are stored. New kinds are only ever appended. */
export const ACTIVITY_KINDS = [
  'issue-created',
  'issue-changed',
  'comment-added',
  'comment-edited',
  'worklog',
  'administration',
  'issue-viewed',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export type ActivityClass = 'contribution' | 'administration' | 'view';

/** Which class each kind counts as. */
export const CLASS_OF_KIND: Readonly<Record<ActivityKind, ActivityClass>> = {
  'issue-created': 'contribution',
  'issue-changed': 'contribution',
  'comment-added': 'contribution',
  'comment-edited': 'contribution',
  worklog: 'contribution',
  administration: 'administration',
  'issue-viewed': 'view',
};

/** What counts for a rule; see `ActivityBasis` of the pages' contract. */
export const ACTIVITY_BASES = ['original-compatible', 'any-contribution', 'including-views'] as const;
export type ActivityBasis = (typeof ACTIVITY_BASES)[number];

/** One thing somebody did. */
export interface ActivityFact {
  readonly accountId: AccountId;
  readonly kind: ActivityKind;
  readonly at: Instant;
}

/** Somebody was given access: not activity, but the reason why none may be expected yet. */
export interface AssignmentFact {
  readonly accountId: AccountId;
  readonly at: Instant;
}

/** The newest evidence of one person: one moment per kind, and when access was last given. */
export interface PersonActivity {
  readonly accountId: AccountId;
  readonly lastByKind: Readonly<Partial<Record<ActivityKind, Instant>>>;
  readonly assignedAt: Instant | null;
}

/** What was read: everything between `from` and `to`, but for the gaps. */
export interface Coverage {
  readonly from: Instant;
  readonly to: Instant;
  /** Reasons why part of it could not be read, in plain words; empty = complete. */
  readonly gaps: readonly string[];
}

/** The three answers about somebody's last activity, never mixed up: what could not be read is unknown, not inactive. */
export type LastActivity =
  | { readonly kind: 'seen'; readonly at: Instant; readonly activityKind: ActivityKind }
  | { readonly kind: 'none-since'; readonly since: Instant }
  | { readonly kind: 'unknown'; readonly because: string };

export function noActivity(accountId: AccountId): PersonActivity {
  return { accountId, lastByKind: {}, assignedAt: null };
}

/** Keeps the later of both for every kind: order, duplicates and repetition of evidence change nothing. */
export function mergeActivity(a: PersonActivity, b: PersonActivity): PersonActivity {
  const lastByKind: Partial<Record<ActivityKind, Instant>> = { ...a.lastByKind };
  for (const kind of ACTIVITY_KINDS) {
    const at = b.lastByKind[kind];
    if (at !== undefined && at > (lastByKind[kind] ?? -Infinity)) lastByKind[kind] = at;
  }
  const assignedAt = Math.max(a.assignedAt ?? -Infinity, b.assignedAt ?? -Infinity);
  return { accountId: a.accountId, lastByKind, assignedAt: Number.isFinite(assignedAt) ? assignedAt : null };
}

export function withFact(person: PersonActivity, fact: ActivityFact): PersonActivity {
  return mergeActivity(person, { accountId: fact.accountId, lastByKind: { [fact.kind]: fact.at }, assignedAt: null });
}

/** The newest evidence among all kinds; undefined when there is none. */
export function latestActivity(person: PersonActivity): { at: Instant; kind: ActivityKind } | undefined {
  let latest: { at: Instant; kind: ActivityKind } | undefined;
  for (const kind of ACTIVITY_KINDS) {
    const at = person.lastByKind[kind];
    if (at !== undefined && (latest === undefined || at > latest.at)) latest = { at, kind };
  }
  return latest;
}

/**
 * What can be said about a seat holder. `firstSeen` is when the seat appeared, null when it was there from the start:
 * silence is counted only from the moment it could have been broken.
 */
export function lastActivityOf(
  person: PersonActivity,
  coverage: Coverage | undefined,
  firstSeen: Instant | null,
): LastActivity {
  const latest = latestActivity(person);
  if (latest) return { kind: 'seen', at: latest.at, activityKind: latest.kind };
  if (!coverage) return { kind: 'unknown', because: 'Activity has not been collected yet.' };
  if (coverage.gaps.length > 0) {
    return { kind: 'unknown', because: `Activity could not be read completely. ${coverage.gaps[0] ?? ''}`.trim() };
  }
  return { kind: 'none-since', since: Math.max(coverage.from, firstSeen ?? -Infinity, person.assignedAt ?? -Infinity) };
}
