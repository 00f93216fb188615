import type { AccountId, ProfileId, RunId } from './identifiers';
import { HOUR, MINUTE, type Instant } from './instant';
import type { SearchPlan } from './search-plan';

export type JobKind = 'download' | 'activity' | 'evaluate' | 'reclaim' | 'restore' | 'delete' | 'report' | 'erase';

/**
 * Queued: made, no function has worked on it. Running: bursts follow each other. Waiting: sleeps until `resumesAt` (the
 * point budget, a busy Jira). Complete, Partial, Failed: over; Partial finished but could not read everything.
 */
export type RunStatus = 'Queued' | 'Running' | 'Waiting' | 'Complete' | 'Partial' | 'Failed';

export interface RunCounts {
  readonly processed: number;
  readonly created: number;
  readonly changed: number;
  readonly left: number;
  readonly skipped: number;
  readonly failed: number;
}

export const NO_COUNTS: RunCounts = { processed: 0, created: 0, changed: 0, left: 0, skipped: 0, failed: 0 };

export interface RunProgress {
  readonly done: number;
  readonly total: number | null;
  readonly unit: string;
}

export interface JobRun {
  readonly id: RunId;
  readonly number: string;
  readonly revision: number;
  readonly profileId: ProfileId;
  readonly kind: JobKind;
  readonly name: string;
  readonly status: RunStatus;
  /** A queue message belongs to exactly one step; every burst ends by moving to the next. */
  readonly step: number;
  /** Where the work stands: written and read by the use case of this kind only. */
  readonly cursor: unknown;
  readonly progress: RunProgress;
  readonly counts: RunCounts;
  readonly requests: number;
  readonly points: number;
  readonly workedMs: number;
  readonly gaps: readonly string[];
  /** How an activity run searches and what that costs; null: it has not searched. */
  readonly plan: SearchPlan | null;
  readonly summary: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly resumesAt: Instant | null;
  /** Tries in a row that ended because Jira was unavailable. */
  readonly attempts: number;
  /** How often the watchdog had to wake it since it last moved. */
  readonly wakeUps: number;
  /** Who asked for it; null: the schedule did. */
  readonly requestedBy: AccountId | null;
  /** Its end is on record and nothing of it is left to tidy up. */
  readonly closed: boolean;
}

/** Longer without a sign of life than any function lives: nobody is at it any more, and the chain of messages broke. */
export const STALE_AFTER = 20 * MINUTE;
export const MAX_ATTEMPTS = 6;
/** Jobs that change nothing but what is shown: repeating them, or ending them at any moment, is harmless. */
export const READS_ONLY: ReadonlySet<JobKind> = new Set(['download', 'activity', 'evaluate']);
export const MAX_WAKE_UPS = 5;

export function newRun(
  fields: Pick<JobRun, 'id' | 'number' | 'profileId' | 'kind' | 'name' | 'cursor' | 'requestedBy'>,
  now: Instant,
): JobRun {
  return {
    ...fields,
    revision: 1,
    status: 'Queued',
    step: 0,
    progress: { done: 0, total: null, unit: '' },
    counts: NO_COUNTS,
    requests: 0,
    points: 0,
    workedMs: 0,
    gaps: [],
    plan: null,
    summary: 'Waiting for its first turn.',
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
    resumesAt: null,
    attempts: 0,
    wakeUps: 0,
    closed: false,
  };
}

export function isFinished(run: JobRun): boolean {
  return run.status === 'Complete' || run.status === 'Partial' || run.status === 'Failed';
}

/** What a delivered message means for its run. */
export function messageFor(run: JobRun, step: number): 'work' | 'drop' | 'too-early' {
  if (isFinished(run) || step < run.step) return 'drop';
  return step > run.step ? 'too-early' : 'work';
}

/** Nothing moves this run any more although it is not over. */
export function isStalled(run: JobRun, now: Instant): boolean {
  if (isFinished(run)) return false;
  return now - Math.max(run.updatedAt, run.resumesAt ?? 0) > STALE_AFTER;
}

/** How long to wait after the nth failure in a row: 1, 2, 4, … minutes, at most an hour. */
export function backOff(attempts: number): number {
  return Math.min(HOUR, MINUTE * 2 ** Math.max(0, attempts - 1));
}

export function addCounts(counts: RunCounts, more: Partial<RunCounts>): RunCounts {
  return {
    processed: counts.processed + (more.processed ?? 0),
    created: counts.created + (more.created ?? 0),
    changed: counts.changed + (more.changed ?? 0),
    left: counts.left + (more.left ?? 0),
    skipped: counts.skipped + (more.skipped ?? 0),
    failed: counts.failed + (more.failed ?? 0),
  };
}
