import type { AccountId, CandidateNumber, GroupId, ProfileId, RoleKey } from './identifiers';
import type { Instant } from './instant';

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

/** Where each state may go (product.md A9). Closed states are final. */
const TRANSITIONS: Readonly<Record<CandidateState, readonly CandidateState[]>> = {
  'Attention Required': ['Ready', 'Awaiting Revocation', 'Closed Complete', 'Closed Skipped', 'Closed Canceled'],
  Ready: ['Attention Required', 'Awaiting User', 'Awaiting Revocation', 'Closed Skipped', 'Closed Canceled'],
  'Awaiting User': [
    'Attention Required',
    'Awaiting Approval',
    'Awaiting Revocation',
    'Closed Skipped',
    'Closed Canceled',
  ],
  'Awaiting Approval': ['Awaiting Revocation', 'Closed Skipped', 'Closed Canceled'],
  'Awaiting Revocation': ['Attention Required', 'Ready', 'Closed Complete', 'Closed Skipped', 'Closed Canceled'],
  'Closed Complete': [],
  'Closed Skipped': [],
  'Closed Canceled': [],
};

export function isOpen(state: CandidateState): boolean {
  return TRANSITIONS[state].length > 0;
}

export function canMove(from: CandidateState, to: CandidateState): boolean {
  return TRANSITIONS[from].includes(to);
}

export interface TimelineEntry {
  readonly at: Instant;
  readonly text: string;
  readonly by: AccountId | null;
}

/** `unknown`: Jira still showed the old state. */
export type SeatFreed = 'proven' | 'not-freed' | 'unknown';

/** A proposal to take one person's seat of one application back. */
export interface RemovalCandidate {
  readonly number: CandidateNumber;
  readonly revision: number;
  readonly profileId: ProfileId;
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly thresholdDays: number;
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
  readonly timeline: readonly TimelineEntry[];
}

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

/** `RC0000123` */
export function candidateNumber(sequence: number): CandidateNumber {
  return `RC${String(sequence).padStart(7, '0')}`;
}
