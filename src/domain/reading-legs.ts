import type { Coverage, ReadingState } from './coverage';
import { areEventsTrusted, lostSince, type EventWatch } from './event-watch';
import { DAY, HOUR, type Instant } from './instant';

/** A stretch of time that one run reads from all sources. */
export interface Leg {
  readonly from: Instant;
  readonly to: Instant;
  readonly auditFrom: Instant;
  /** False: product events told everything, work items need not be searched. */
  readonly search: boolean;
  /** Every work item of it was read: only what was left open before is still to be asked about. */
  readonly isRead?: true;
}

/** Up to when somebody who seems silent by what was told is asked about all the same; null: everything was read. */
export function toldUpTo({ to, isRead }: Pick<Leg, 'to' | 'isRead'>): Instant | null {
  return isRead ? null : to;
}

/** What a run reads, and from when everything will be known after it. */
export interface Reading {
  readonly from: Instant;
  readonly legs: readonly Leg[];
}

/** Search and the audit log lag behind, and worklogs of the last minute are held back: read that much again. */
export const OVERLAP = 2 * HOUR;
/** Events may arrive this late, and so does the news that one was lost. */
export const LATE_EVENTS = 2 * DAY;

export interface ReadingFacts {
  /** The profile's start of the analysis: the lower bound, whatever the age of the profile. */
  readonly analyzeFrom: Instant;
  readonly coverage: Coverage | undefined;
  readonly watch: EventWatch | undefined;
  /** The earliest event that could not be read or kept, of those that may be new. */
  readonly eventsMissingSince: Instant | undefined;
  /** Content is hidden from the app now. */
  readonly isBlocked: boolean;
  /** A rule tells kinds of contributions apart, so the newest of each has to be known. */
  readonly needsEveryKind: boolean;
  readonly now: Instant;
}

/**
 * What is left to read: nothing twice, nothing left out. The first run reads everything; later ones what is new, a start that
 * was moved back only the difference, and what could not be read before, or was lost of product events, once more.
 */
export function readingOf(facts: ReadingFacts): Reading {
  const { analyzeFrom, coverage, now } = facts;
  const known = coverage && { ...coverage, reading: stateOf(coverage) };
  if (!known || known.to <= analyzeFrom) {
    return { from: analyzeFrom, legs: [{ from: analyzeFrom, to: now, auditFrom: analyzeFrom, search: true }] };
  }
  const from = Math.min(known.from, analyzeFrom);
  const { from: start, to } = known;
  const earlier = analyzeFrom < start ? [{ from: analyzeFrom, to: start, auditFrom: analyzeFrom, search: true }] : [];
  return { from, legs: [...earlier, newsLeg({ ...facts, from: start, knownTo: to, state: known.reading })] };
}

function newsLeg(
  facts: ReadingFacts & { readonly from: Instant; readonly knownTo: Instant; readonly state: ReadingState },
): Leg {
  const { coverage, watch, now, state } = facts;
  const news = facts.knownTo - OVERLAP;
  const again = [
    facts.isBlocked ? null : state.searchFrom,
    lostSince(watch, state.lossesUpTo) ?? null,
    facts.eventsMissingSince ?? null,
    facts.needsEveryKind && (coverage?.newestOnlyUntil ?? null) !== null ? facts.from : null,
  ].filter((at): at is Instant => at !== null);
  const from = Math.max(facts.from, Math.min(news, ...again));
  const search = again.length > 0 || !areEventsTrusted(watch, from, now);
  return { from, to: now, auditFrom: Math.max(facts.from, Math.min(from, state.auditFrom ?? from)), search };
}

/** Coverage that was stored before these things were noted has to be read again wherever it has a gap. */
function stateOf({ reading, gaps, from }: Coverage): ReadingState {
  if (reading) return reading;
  const again = gaps.length > 0 ? from : null;
  return { searchFrom: again, auditFrom: again, lossesUpTo: 0 };
}
