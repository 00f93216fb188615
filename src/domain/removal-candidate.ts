import type { ActivityBasis } from './activity-kind';
import type { AccountId, CandidateNumber, GroupId, ProfileId, RoleKey, RunId } from './identifiers';
import type { Instant } from './instant';
import type { Notice } from './notice';

/** The original's eight states, in the order they are stored. */
export const CANDIDATE_STATES = [
  'Attention Required',
  'Ready',
  'Awaiting User',
  'Awaiting Approval',
  'Awaiting Revocation',
  'Closed Complete',
  'Closed Skipped',
  'Closed Canceled',
] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** Everything that can happen to a candidate. */
export const CANDIDATE_EVENTS = [
  'removal-began',
  'removal-failed',
  'removal-undone',
  'removal-done',
  'trouble-mended',
  'user-asked',
  'user-gave-up-seat',
  'user-wants-seat',
  'seat-granted',
  'seat-denied',
  'activity-seen',
  'seat-gone',
  'kept',
  'closed-as-complete',
  'closed-as-skipped',
] as const;
export type CandidateEvent = (typeof CANDIDATE_EVENTS)[number];

type Reactions = Readonly<Partial<Record<CandidateEvent, CandidateState>>>;

/** Whatever an open candidate waits for: the seat is used after all, is gone, or left alone (excluded, or somebody says so). */
const WHILE_OPEN: Reactions = {
  'activity-seen': 'Closed Canceled',
  'seat-gone': 'Closed Skipped',
  kept: 'Closed Skipped',
  // By hand, while no removal has taken anything: that the state alone does not tell.
  'closed-as-skipped': 'Closed Skipped',
};

/** What every event makes of every state (product.md A9); where there is nothing, it can't happen. Closed states are final. */
const REACTIONS: Readonly<Record<CandidateState, Reactions>> = {
  'Attention Required': {
    ...WHILE_OPEN,
    'removal-began': 'Awaiting Revocation',
    'removal-done': 'Closed Complete',
    'trouble-mended': 'Ready',
    'user-asked': 'Awaiting User',
    'closed-as-complete': 'Closed Complete',
  },
  Ready: {
    ...WHILE_OPEN,
    'removal-began': 'Awaiting Revocation',
    'removal-failed': 'Attention Required',
    'user-asked': 'Awaiting User',
  },
  'Awaiting User': {
    ...WHILE_OPEN,
    // The time to answer went by: silence is consent.
    'removal-began': 'Awaiting Revocation',
    'removal-failed': 'Attention Required',
    'user-gave-up-seat': 'Awaiting Revocation',
    'user-wants-seat': 'Awaiting Approval',
  },
  'Awaiting Approval': {
    ...WHILE_OPEN,
    'seat-granted': 'Closed Skipped',
    'seat-denied': 'Awaiting Revocation',
    'user-gave-up-seat': 'Awaiting Revocation',
  },
  'Awaiting Revocation': {
    ...WHILE_OPEN,
    'removal-failed': 'Attention Required',
    'user-wants-seat': 'Awaiting Approval',
    'removal-undone': 'Ready',
    'removal-done': 'Closed Complete',
    'seat-gone': 'Closed Complete',
    'closed-as-complete': 'Closed Complete',
  },
  'Closed Complete': {},
  'Closed Skipped': {},
  'Closed Canceled': {},
};

/** The state after an event; undefined where it can't happen. */
export function stateAfter(state: CandidateState, event: CandidateEvent): CandidateState | undefined {
  return REACTIONS[state][event];
}

export function isOpen(state: CandidateState): boolean {
  return Object.keys(REACTIONS[state]).length > 0;
}

/** The removal has begun; a candidate can also await it, because the person gave the seat up or was denied it. */
export function isRemovalUnderWay({ state, groupsBefore }: Pick<RemovalCandidate, 'state' | 'groupsBefore'>): boolean {
  return state === 'Awaiting Revocation' && groupsBefore !== null;
}

/**
 * A removal of this app took groups, or may have, and has neither finished nor given them back: whoever takes it up does one or
 * the other, and nobody just closes it.
 */
export function isHalfway(candidate: Pick<RemovalCandidate, 'state' | 'groupsBefore' | 'groupsRemoved'>): boolean {
  const { state, groupsBefore, groupsRemoved } = candidate;
  const isStuck = state === 'Attention Required' && groupsBefore !== null && groupsRemoved !== null;
  return isStuck || isRemovalUnderWay(candidate);
}

/** Whether any event leads from one state to the other. */
export function canMove(from: CandidateState, to: CandidateState): boolean {
  return Object.values(REACTIONS[from]).includes(to);
}

/** Why a seat is proposed; a rule knows only the first. */
export const JUSTIFICATIONS = ['Low Usage', 'Unallocated', 'Unlicensed', 'Restricted Software'] as const;
export type Justification = (typeof JUSTIFICATIONS)[number];
const WHATEVER_IS_USED: readonly Justification[] = ['Unallocated', 'Unlicensed', 'Restricted Software'];

/** Whether activity speaks against the removal: it does unless whoever proposed it gave another reason than low usage. */
export function isAboutActivity(justification: Justification): boolean {
  return !WHATEVER_IS_USED.includes(justification);
}

export interface TimelineEntry {
  readonly at: Instant;
  readonly text: string;
  readonly by: AccountId | null;
  /** Somebody's work note, not something that happened. */
  readonly isNote?: true;
}

/** What reading the person back showed; `unknown`: Jira still showed the old state. In the order they are stored. */
export const SEAT_FREED = ['proven', 'not-freed', 'unknown'] as const;
export type SeatFreed = (typeof SEAT_FREED)[number];

/** A seat that this app can't free, found by the last re-check. */
export interface BlockedSeat {
  readonly kind: 'kept-alive' | 'externally-managed';
  /** The groups that stand in the way. */
  readonly groupIds: readonly GroupId[];
}

/** The removed groups were given back. */
export interface Restoration {
  readonly at: Instant;
  readonly by: AccountId | null;
  readonly groupIds: readonly GroupId[];
  /** Removed groups that could not be given back; they may be tried again. */
  readonly missing: readonly GroupId[];
  /** What reading the person back showed. */
  readonly seatBack: 'proven' | 'not-back' | 'unknown';
}

/** The person was found in a group again although nobody restored them with this app. */
export interface Return {
  readonly at: Instant;
  readonly groupIds: readonly GroupId[];
}

/** A proposal to take one person's seat of one application back. */
export interface RemovalCandidate {
  readonly number: CandidateNumber;
  readonly revision: number;
  readonly profileId: ProfileId;
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  /** Whether a rule proposed it or a person did. */
  readonly source: 'rule' | 'hand';
  readonly justification: Justification;
  /** The rule that proposed it; where a person did, the rule of the application, or empty. */
  readonly ruleId: string;
  readonly ruleName: string;
  readonly thresholdDays: number;
  /** What counted as activity when the rule proposed the seat, and counts when it is looked at again. */
  readonly activityBasis: ActivityBasis;
  readonly state: CandidateState;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** Null when no activity was ever seen. */
  readonly inactiveDays: number | null;
  readonly silentSince: Instant;
  /** Why the person was proposed, with its numbers. */
  readonly because: string;
  /** What went wrong last and how to mend it. */
  readonly attention: string | null;
  /** The groups the person was in before a removal began: what a restore gives back. Null until then. */
  readonly groupsBefore: readonly GroupId[] | null;
  /** What reading the person back after the removal showed; null before it. */
  readonly seatFreed: SeatFreed | null;
  /** How many removals were begun: names each of them in the evidence. */
  readonly attempts: number;
  /** What the removal under way, or done, takes: exactly what a restore gives back. */
  readonly groupsRemoved: readonly GroupId[] | null;
  /** When an attempt that was undone last gave groups back: this app did, nobody gave access anew. */
  readonly givenBackAt: Instant | null;
  /** Applications whose seat goes with it, because the same groups give them. */
  readonly alsoLost: readonly RoleKey[];
  /** The run that removed the person; null: an administrator did, one by one. */
  readonly removedIn: RunId | null;
  readonly blocked: BlockedSeat | null;
  readonly restored: Restoration | null;
  /** What the person was asked before the seat is taken back; null: nothing. */
  readonly notice: Notice | null;
  /** Nobody proposes the seat again before: an administrator closed it and said so; null: nobody did. */
  readonly keptUntil: Instant | null;
  /** A restore is under way, or was stopped halfway, since then. */
  readonly restoringSince: Instant | null;
  readonly returned: Return | null;
  readonly timeline: readonly TimelineEntry[];
}

/** What a new candidate says of its end, of removals and restores: nothing yet. */
export const UNTOUCHED = {
  closedAt: null,
  attention: null,
  groupsBefore: null,
  seatFreed: null,
  attempts: 0,
  groupsRemoved: null,
  givenBackAt: null,
  alsoLost: [],
  removedIn: null,
  blocked: null,
  restored: null,
  restoringSince: null,
  returned: null,
  notice: null,
  keptUntil: null,
} as const satisfies Partial<RemovalCandidate>;

/** Moves a candidate. Throws a RangeError for a transition that does not exist: callers check `canMove` first. */
export function moveCandidate(
  candidate: RemovalCandidate,
  to: CandidateState,
  entry: TimelineEntry,
  attention: string | null = null,
): RemovalCandidate {
  if (!canMove(candidate.state, to)) throw new RangeError(`A candidate can't go from ${candidate.state} to ${to}.`);
  return {
    ...candidate,
    state: to,
    attention,
    closedAt: isOpen(to) ? null : entry.at,
    timeline: [...candidate.timeline, entry],
  };
}

export function noteOn(candidate: RemovalCandidate, entry: TimelineEntry): RemovalCandidate {
  return { ...candidate, timeline: [...candidate.timeline, entry] };
}

/** Adds what a person wrote; nothing where they wrote nothing. */
export function withWords(candidate: RemovalCandidate, { text, ...entry }: TimelineEntry): RemovalCandidate {
  const words = text.trim();
  return words === '' ? candidate : noteOn(candidate, { ...entry, text: words, isNote: true });
}

/** `RC0000123` */
export function candidateNumber(sequence: number): CandidateNumber {
  return `RC${String(sequence).padStart(7, '0')}`;
}
