import { addDays, overEverywhere, type CalendarDay } from '../days/told-day';
import type { AccountId, CandidateNumber, RoleKey } from '../identifiers';
import { utcDay, type Instant } from '../instant';
import { stillCounts } from '../asking';
import type { Notice } from '../notice';
import type { CandidateState, RemovalCandidate } from '../removal-candidate';

/**
 * What was promised about one person's seat of one application. It belongs to the two of them: whatever becomes of profiles,
 * candidates and lists, it holds.
 */
export interface SeatPromise {
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  readonly kept: KeptSeat | null;
  /** Their seat came back: a rule waits its days from then. */
  readonly back: SeatBack | null;
  /** They were seen, or got access anew, when somebody looked: a rule waits its days from then. */
  readonly seenAt: Instant | null;
  readonly question: AskedQuestion | null;
}

/** An administrator keeps the seat, because the person asked for it or of their own accord. */
export interface KeptSeat {
  readonly because: 'granted' | 'closed';
  readonly at: Instant;
  readonly until: Instant;
}

export interface SeatBack {
  readonly how: 'restored' | 're-added';
  readonly at: Instant;
}

/** What the person was asked last about the seat, and the candidate that asked. */
export interface AskedQuestion {
  readonly candidate: CandidateNumber;
  readonly notice: Notice;
}

/** What stands against taking the seat now. */
export type PromiseHold =
  | ({ readonly code: 'kept' } & KeptSeat)
  | { readonly code: 'may-answer'; readonly candidate: CandidateNumber; readonly day: CalendarDay }
  | { readonly code: 'wants-to-keep'; readonly candidate: CandidateNumber };

/** Undefined: nothing that was promised holds any more. */
export function heldBy(promise: SeatPromise | undefined, now: Instant): PromiseHold | undefined {
  if (!promise) return undefined;
  const { question, kept } = promise;
  if (question?.notice.decision === null) {
    const { candidate, notice } = question;
    if (notice.answer?.kind === 'keep') return { code: 'wants-to-keep', candidate };
    if (notice.answer === null && notice.answerBy > now)
      return { code: 'may-answer', candidate, day: notice.answerDay };
  }
  return kept && kept.until > now ? { code: 'kept', ...kept } : undefined;
}

/** The same for one candidate: neither its own question, nor a promise that somebody outweighed by proposing the seat by hand. */
export function heldAgainst(
  candidate: Pick<RemovalCandidate, 'number' | 'source' | 'openedAt'>,
  promise: SeatPromise | undefined,
  now: Instant,
): PromiseHold | undefined {
  const hold = heldBy(promise, now);
  if (hold?.code === 'kept') return candidate.source === 'hand' && candidate.openedAt >= hold.at ? undefined : hold;
  return hold?.candidate === candidate.number ? undefined : hold;
}

/** Why a rule waits its days once more before it proposes a seat. */
export interface Waiting {
  readonly how: SeatBack['how'] | 'seen';
  readonly at: Instant;
}

/** Undefined: it does not wait, for so many days have passed since, the last of them everywhere. */
export function waitsSince(promise: SeatPromise | undefined, days: number, now: Instant): Waiting | undefined {
  const { back, seenAt } = promise ?? {};
  const isLate = (at: Instant) => now < overEverywhere(addDays(utcDay(at), days));
  if (back && isLate(back.at)) return back;
  return seenAt != null && isLate(seenAt) ? { how: 'seen', at: seenAt } : undefined;
}

/**
 * What a new candidate of the seat takes over of what the person was asked: time to answer that is left, and their answer. Time
 * that is over without an answer counts for nothing, for nobody may have been able to answer; nor does who gave a seat up, or was
 * denied it, long ago.
 */
export function carriedQuestion(
  promise: SeatPromise | undefined,
  now: Instant,
): { readonly state: CandidateState; readonly notice: Notice } | undefined {
  const notice = promise?.question?.notice;
  if (!notice || notice.decision?.kind === 'granted') return undefined;
  const hold = heldBy(promise, now);
  if (hold?.code === 'wants-to-keep') return { state: 'Awaiting Approval', notice };
  if (hold?.code === 'may-answer') return { state: 'Awaiting User', notice };
  return notice.answer === null || !stillCounts(notice, now) ? undefined : { state: 'Ready', notice };
}

/** Whether a candidate says anything that `withCandidate` would take over. */
export function concernsPromise({ notice, keptUntil, restored, returned, state }: RemovalCandidate): boolean {
  const isEnd = state === 'Closed Complete' || state === 'Closed Canceled';
  return isEnd || notice !== null || keptUntil !== null || restored !== null || returned !== null;
}

/**
 * What is promised of a seat after one of its candidates changed. Of two that promise something the later counts, so the order in
 * which candidates are told of does not matter. Undefined: nothing is promised.
 */
export function withCandidate(before: SeatPromise | undefined, candidate: RemovalCandidate): SeatPromise | undefined {
  const { accountId, roleKey } = candidate;
  const kept = later(before?.kept, keptBy(candidate));
  const back = later(before?.back, backBy(candidate));
  const seen = candidate.state === 'Closed Canceled' ? candidate.closedAt : null;
  const seenAt = Math.max(before?.seenAt ?? -Infinity, seen ?? -Infinity);
  const question = questionAfter(before?.question ?? null, candidate);
  const promise = { accountId, roleKey, kept, back, seenAt: seenAt === -Infinity ? null : seenAt, question };
  return kept || back || promise.seenAt !== null || question ? promise : undefined;
}

function keptBy({ state, closedAt, keptUntil, notice }: RemovalCandidate): KeptSeat | null {
  if (state !== 'Closed Skipped') return null;
  if (keptUntil !== null) return { because: 'closed', at: closedAt ?? keptUntil, until: keptUntil };
  const decision = notice?.decision;
  return decision?.keptUntil != null ? { because: 'granted', at: decision.at, until: decision.keptUntil } : null;
}

function backBy({ restored, returned }: RemovalCandidate): SeatBack | null {
  if (returned) return { how: 're-added', at: returned.at };
  return restored && { how: 'restored', at: restored.at };
}

/**
 * A question ends with the seat, with activity, and with an administrator who keeps the seat; nothing else that closes a candidate
 * answers it.
 */
function questionAfter(before: AskedQuestion | null, candidate: RemovalCandidate): AskedQuestion | null {
  const { number, notice, state, closedAt, keptUntil } = candidate;
  const isKept = state === 'Closed Skipped' && keptUntil !== null;
  if (state === 'Closed Complete' || state === 'Closed Canceled' || isKept)
    return before && movedAt(before.notice) > (closedAt ?? Infinity) ? before : null;
  if (!notice || (before && movedAt(before.notice) > movedAt(notice))) return before;
  return { candidate: number, notice };
}

/** When something last happened to a question. */
function movedAt({ askedAt, answer, decision }: Notice): Instant {
  return Math.max(askedAt, answer?.at ?? -Infinity, decision?.at ?? -Infinity);
}

function later<Value extends { readonly at: Instant }>(one: Value | null | undefined, other: Value | null) {
  if (!one || !other) return one ?? other;
  return other.at >= one.at ? other : one;
}
