import {
  ACTIVITY_KINDS,
  kindsOf,
  listedKinds,
  WIDEST_BASIS,
  type ActivityBasis,
  type ActivityKind,
} from './activity-kind';
import type { AccountId, GroupId, RoleKey } from './identifiers';
import type { Coverage } from './coverage';
import type { Instant } from './instant';

export * from './activity-kind';
export type { Coverage } from './coverage';

/** When something was done, and where to look it up. */
export interface Trace {
  readonly at: Instant;
  /** Key of the work item, or `audit:<id>` of the audit record; null when it is not known. */
  readonly ref: string | null;
}

/** One thing somebody did. */
export interface ActivityFact {
  readonly accountId: AccountId;
  readonly kind: ActivityKind;
  readonly at: Instant;
  /** As in `Trace`. */
  readonly ref?: string | null;
}

/** Somebody was given access: not activity, but the reason why none may be expected yet. */
export interface AssignmentFact {
  readonly accountId: AccountId;
  readonly at: Instant;
  /** The groups that the person was added to; absent: not told. */
  readonly groups?: readonly { readonly id: GroupId | null; readonly name: string | null }[];
}

/** When access to one application was last given. */
export type GivenAccess = readonly [RoleKey, Instant];

/** The newest evidence of one person: the last trace of each kind, and when access was last given, by application. */
export interface PersonActivity {
  readonly accountId: AccountId;
  readonly lastByKind: Readonly<Partial<Record<ActivityKind, Trace>>>;
  /** To whatever application: the groups it was given by are not told. */
  readonly assignedAt: Instant | null;
  /** To those applications whose seats the groups give; absent: none. */
  readonly assignedTo?: readonly GivenAccess[];
  /** Contributions newer than the newest known one may have been left unread up to this moment. Joined in, not stored here. */
  readonly unreadUntil?: Instant;
}

/** What is known about somebody's last activity, never mixed up: what could not be read is unknown, not inactive. */
export type LastActivity =
  | {
      readonly kind: 'seen';
      readonly at: Instant;
      readonly activityKind: ActivityKind;
      readonly ref: string | null;
      /** Up to this moment newer activity may have been left unread; undefined: `at` is the last. */
      readonly unreadUntil?: Instant | undefined;
    }
  | { readonly kind: 'none-since'; readonly since: Instant }
  /** A new account: access was first given at this moment, and it was never used since. */
  | { readonly kind: 'never'; readonly since: Instant }
  | { readonly kind: 'unknown'; readonly because: string };

export function noActivity(accountId: AccountId): PersonActivity {
  return { accountId, lastByKind: {}, assignedAt: null };
}

/** Keeps the later of both for every kind: order, duplicates and repetition of evidence change nothing. */
export function mergeActivity(a: PersonActivity, b: PersonActivity): PersonActivity {
  const lastByKind: Partial<Record<ActivityKind, Trace>> = { ...a.lastByKind };
  for (const kind of ACTIVITY_KINDS) {
    const trace = b.lastByKind[kind];
    if (trace !== undefined) lastByKind[kind] = laterTrace(lastByKind[kind], trace);
  }
  const assignedAt = Math.max(a.assignedAt ?? -Infinity, b.assignedAt ?? -Infinity);
  const merged = { accountId: a.accountId, lastByKind, assignedAt: Number.isFinite(assignedAt) ? assignedAt : null };
  const assignedTo = laterAccess(a.assignedTo, b.assignedTo);
  return assignedTo === undefined ? merged : { ...merged, assignedTo };
}

/** The later of both by application, always in the same order. */
function laterAccess(
  a: readonly GivenAccess[] = [],
  b: readonly GivenAccess[] = [],
): readonly GivenAccess[] | undefined {
  if (a.length + b.length === 0) return undefined;
  const latest = new Map<RoleKey, Instant>();
  for (const [roleKey, at] of [...a, ...b]) latest.set(roleKey, Math.max(at, latest.get(roleKey) ?? -Infinity));
  return [...latest].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** When access to an application was last given; null: nothing tells that it was. */
export function accessGiven({ assignedAt, assignedTo }: PersonActivity, roleKey: RoleKey): Instant | null {
  const own = assignedTo?.find(([key]) => key === roleKey)?.[1];
  if (own === undefined) return assignedAt;
  return Math.max(own, assignedAt ?? -Infinity);
}

/** The same person as far as one application is meant: access to others is no news about its seat. */
export function asHolderOf(person: PersonActivity, roleKey: RoleKey): PersonActivity {
  return person.assignedTo === undefined ? person : { ...person, assignedAt: accessGiven(person, roleKey) };
}

/** Of the same moment the one that says where; of two places always the same one, whichever came first. */
function laterTrace(a: Trace | undefined, b: Trace): Trace {
  if (a === undefined || b.at > a.at) return b;
  if (a.at > b.at) return a;
  return (b.ref ?? '') > (a.ref ?? '') ? b : a;
}

export function withFact(person: PersonActivity, { accountId, kind, at, ref = null }: ActivityFact): PersonActivity {
  return mergeActivity(person, { accountId, lastByKind: { [kind]: { at, ref } }, assignedAt: null });
}

/** The newest evidence among the kinds that count; undefined when there is none. */
export function latestActivity(
  person: PersonActivity,
  basis: ActivityBasis = WIDEST_BASIS,
): (Trace & { readonly kind: ActivityKind }) | undefined {
  let latest: Trace | undefined;
  let latestKind: ActivityKind | undefined;
  for (const kind of listedKinds(basis)) {
    const trace = person.lastByKind[kind];
    if (trace === undefined || (latest !== undefined && trace.at <= latest.at)) continue;
    latest = trace;
    latestKind = kind;
  }
  return latest && latestKind && { at: latest.at, ref: latest.ref, kind: latestKind };
}

/**
 * What can be said about a seat holder, counting what the basis counts. `firstSeen` is when the seat appeared, null when it
 * was there from the start: silence is counted only from the moment it could have been broken.
 */
export function lastActivityOf(
  person: PersonActivity,
  coverage: Coverage | undefined,
  firstSeen: Instant | null,
  basis: ActivityBasis = WIDEST_BASIS,
): LastActivity {
  const latest = latestActivity(person, basis);
  const unreadUntil = unreadAfter(latest?.at, person, coverage, basis);
  if (latest) return { kind: 'seen', at: latest.at, activityKind: latest.kind, ref: latest.ref, unreadUntil };
  if (!coverage) return { kind: 'unknown', because: 'Activity has not been collected yet.' };
  if (coverage.gaps.length > 0) {
    return { kind: 'unknown', because: `Activity could not be read completely. ${coverage.gaps[0] ?? ''}`.trim() };
  }
  if (unreadUntil !== undefined) return { kind: 'unknown', because: 'Not everything this person did could be read.' };
  const given = Math.max(firstSeen ?? -Infinity, person.assignedAt ?? -Infinity);
  if (given <= coverage.from) return { kind: 'none-since', since: coverage.from };
  // Whoever did anything at all is no new account, only silent under this basis.
  const isNew = latestActivity(person) === undefined;
  return { kind: isNew ? 'never' : 'none-since', since: given };
}

/** Up to when somebody may have done something that counts: what was left unread, and administration that isn't understood. */
export function unclearUntil({ unreadUntil, lastByKind }: PersonActivity, basis: ActivityBasis): Instant {
  const unclear = kindsOf(basis).has('admin-unclear') ? undefined : lastByKind['admin-unclear'];
  return Math.max(unreadUntil ?? -Infinity, unclear?.at ?? -Infinity);
}

/** Until when something newer than `latest` may have been left unread; undefined when nothing was. */
function unreadAfter(
  latest: Instant | undefined,
  person: PersonActivity,
  coverage: Coverage | undefined,
  basis: ActivityBasis,
): Instant | undefined {
  const known = Math.max(latest ?? -Infinity, coverage?.from ?? -Infinity);
  // Where only the newest contribution was looked for, it may hide an older one of a kind that counts.
  const newest = () => latestActivity(person, 'any-contribution')?.at ?? -Infinity;
  const hidden =
    basis === 'original-compatible' ? Math.min(coverage?.newestOnlyUntil ?? -Infinity, newest()) : -Infinity;
  const until = Math.max(unclearUntil(person, basis), hidden);
  return until > known ? until : undefined;
}
