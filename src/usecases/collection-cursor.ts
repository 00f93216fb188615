import type { ActivityFact, PersonActivity } from '../domain/activity';
import type { AuditNotUnderstood } from '../domain/coverage';
import type { AccountId } from '../domain/identifiers';
import { MINUTE, startOfDay, type Instant } from '../domain/instant';
import type { HitRate } from '../domain/probe-plan';
import { LATE_EVENTS, type Leg } from '../domain/reading-legs';
import type { UnreadPerson } from '../domain/silence';
import type { Ports } from '../ports/ports';
import type { Burst } from './burst';

/** Where a collection stands. For every leg the phases run in this order, cheapest source first; then it is finished. */
export interface Cursor {
  readonly phase: 'worklogs' | 'audit' | 'stamps' | 'plan' | 'issues' | 'probe' | 'finish';
  /** Evidence older than this is not kept: it would be the last we know of, not the last there was. */
  readonly from: Instant;
  readonly to: Instant;
  /** What is left to read; the first is being read. */
  readonly legs: readonly Leg[];
  readonly worklogsSince: Instant;
  readonly auditFrom: Instant;
  readonly stampDay: Instant;
  /** Page of the crawl. */
  readonly page: string | null;
  /** How many work items the crawl of this leg reads, or would read. */
  readonly crawl: number;
  /** How many it has read. */
  readonly crawled: number;
  /** Work items that could not be read or understood as a whole, by name. */
  readonly unreadItems: readonly string[];
  readonly probe: ProbeProgress | null;
  /** People who logged work, and when, once a day: product events must have told of them. */
  readonly witnesses: readonly (readonly [AccountId, Instant])[];
  /** The first product event that was seen on the way. */
  readonly flowsFrom: Instant | null;
  readonly read: {
    readonly issues: number;
    readonly worklogs: number;
    readonly audit: number;
    readonly people: number;
  };
  /** The audit log is to be read again from here. */
  readonly auditLostFrom: Instant | null;
  /** So is work. */
  readonly workLostFrom: Instant | null;
  readonly auditNotUnderstood: AuditNotUnderstood | null;
  readonly isBlocked: boolean;
  /** People of whom Jira gave no clear answer. */
  readonly unclear: number;
  readonly wasLimited: boolean;
  /** People who were seen otherwise, and of whom the rest was left unread. */
  readonly later: number;
  readonly newestOnlyUntil: Instant | null;
  /** What the run had cost when the search began. */
  readonly before: { readonly requests: number; readonly points: number } | null;
}

export interface ProbeProgress {
  readonly bucket: number;
  readonly buckets: number;
  readonly silent: number;
  readonly rate: HitRate;
  readonly most: number;
  /** What the questions about this bucket brought, until it is stored: asking again after a crash would find less. */
  readonly found: ProbeFindings | null;
}

export interface ProbeFindings {
  readonly people: readonly PersonActivity[];
  /** Null: nothing is left unread about the person. */
  readonly unread: readonly (readonly [AccountId, UnreadPerson | null])[];
  readonly asked: number;
}

export type Phase = (cursor: Cursor, burst: Burst, ports: Ports) => Promise<Cursor>;

/** The leg that is being read. */
export function currentLeg({ legs }: Cursor): Leg {
  const [leg] = legs;
  if (!leg) throw new Error('nothing is left to read');
  return leg;
}

/** Starts the first of the legs, or finishes when none is left. */
export function startLeg(cursor: Cursor): Cursor {
  const [leg] = cursor.legs;
  if (!leg) return { ...cursor, phase: 'finish' };
  return {
    ...cursor,
    phase: 'worklogs',
    worklogsSince: leg.from,
    auditFrom: leg.auditFrom,
    stampDay: startOfDay(leg.from - LATE_EVENTS),
    page: null,
    crawl: 0,
    crawled: 0,
    probe: null,
    witnesses: [],
  };
}

export function endLeg(cursor: Cursor): Cursor {
  return startLeg({ ...cursor, legs: cursor.legs.slice(1) });
}

/** Work that could not be read from this moment on is read again by the next run. */
export function loseWork(cursor: Cursor, from: Instant): Cursor {
  return { ...cursor, workLostFrom: Math.min(from, cursor.workLostFrom ?? Infinity) };
}

/** Jira’s clock may be ahead of ours by this much. */
const AHEAD = 10 * MINUTE;

/** What counts: work that is dated beyond now is no work yet. */
export function within(facts: readonly ActivityFact[], { from }: Pick<Cursor, 'from'>, now: Instant): ActivityFact[] {
  return facts.filter((fact) => fact.at >= from && fact.at <= now + AHEAD);
}

export function noteGap(burst: Burst, gap: string): void {
  if (!burst.run.gaps.includes(gap)) burst.note({ gaps: [...burst.run.gaps, gap] });
}
