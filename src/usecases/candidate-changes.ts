import type { EvidenceFacts } from '../domain/evidence';
import type { CandidateNumber } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { carriedQuestion, heldAgainst, type SeatPromise } from '../domain/promises/seat-promise';
import {
  candidateNumber,
  isOpen,
  isHalfway,
  moveCandidate,
  stateAfter,
  type CandidateState,
  type RemovalCandidate,
} from '../domain/removal-candidate';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import type { Judged, Proposed } from './judge-seats';
import { lineOf } from './candidate-table';
import { SeatMap } from './seat-map';
import { mayBeSettled, settledBecause, type Settlement } from './settled-because';
import { attemptName } from './end-removal';
import { findGroups } from './left-halfway';

export interface Opening {
  readonly number: CandidateNumber;
  readonly judged: Proposed;
  readonly openedAt: Instant;
  /** False when a repeated burst found its own line, which may have moved on since. */
  readonly isNew: boolean;
  readonly promise: SeatPromise | undefined;
}

/** What became of candidates that were open, by number; a record that is gone has only a state. */
export interface Settled {
  readonly states: ReadonlyMap<CandidateNumber, CandidateState>;
  readonly records: ReadonlyMap<CandidateNumber, RemovalCandidate>;
}

/**
 * Closes the open candidates whose reason is gone and answers their new states. One that somebody works on at this moment is
 * left for the next evaluation.
 */
export async function settleCandidates(
  lines: readonly CandidateLine[],
  judgedOf: SeatMap<Judged>,
  { promises, now }: { readonly promises: SeatMap<SeatPromise>; readonly now: Instant },
  ports: Pick<Ports, 'candidates' | 'evidence' | 'directory'>,
): Promise<Settled> {
  const { candidates, evidence } = ports;
  const states = new Map<CandidateNumber, CandidateState>();
  const records = new Map<CandidateNumber, RemovalCandidate>();
  for (const line of lines) {
    const current = judgedOf.get(line);
    const promise = promises.get(line);
    if (!mayBeSettled(line, current, promise)) continue;
    try {
      let candidate = await candidates.find(line.number);
      const state = candidate?.state ?? 'Closed Skipped';
      const verdict =
        candidate && isOpen(state)
          ? settledBecause(candidate, current, heldAgainst(candidate, promise, now))
          : undefined;
      const to = verdict && (await isTrue(verdict, candidate, ports)) ? stateAfter(state, verdict.event) : undefined;
      if (candidate && verdict && to) {
        const isRemoved = to === 'Closed Complete' && isHalfway(candidate);
        if (isRemoved)
          await evidence.append(removalDone(candidate, verdict.text, now), attemptName(candidate, 'reclaim-done'));
        const closed = moveCandidate(candidate, to, { at: now, text: verdict.text, by: null });
        // Its groups are gone; whether the seat is free then is read back with the next evaluation.
        candidate = await candidates.replace(isRemoved ? { ...closed, seatFreed: 'unknown' } : closed);
      }
      if (!(to ?? !isOpen(state))) continue;
      states.set(line.number, to ?? state);
      if (candidate) records.set(line.number, candidate);
    } catch (error) {
      if (!isFailure(error, 'store-conflict')) throw error;
    }
  }
  return { states, records };
}

/** That a removal is done only Jira knows: the list also lacks whoever's group was taken out of the selection. */
async function isTrue(
  { event }: Settlement,
  candidate: RemovalCandidate | undefined,
  ports: Pick<Ports, 'directory'>,
): Promise<boolean> {
  if (event !== 'removal-done' || !candidate) return true;
  const groupIds = await findGroups(candidate, ports);
  return groupIds !== undefined && !candidate.groupsRemoved?.some((id) => groupIds.includes(id));
}

function removalDone(candidate: RemovalCandidate, text: string, at: Instant): EvidenceFacts {
  const { number, accountId, profileId, roleKey, groupsRemoved, removedIn } = candidate;
  const seat = { profileId, roleKey, requestedBy: null, runId: removedIn ?? undefined };
  const details = { groupIds: groupsRemoved ?? [], seatFreed: 'unknown', ...seat };
  return { kind: 'reclaim-done', at, by: null, subject: accountId, candidate: number, text, details };
}

/** The candidates to open: one for every proposed seat that has no open one, with reserved numbers. */
export async function planOpenings(
  lines: readonly CandidateLine[],
  settled: ReadonlyMap<CandidateNumber, CandidateState>,
  proposed: readonly Proposed[],
  { promises, now }: { readonly promises: SeatMap<SeatPromise>; readonly now: Instant },
  { counters }: Pick<Ports, 'counters'>,
): Promise<Opening[]> {
  const open = SeatMap.of(lines.filter((line) => isOpen(settled.get(line.number) ?? line.state)));
  const own = proposed.flatMap((each) => {
    const line = open.get(each.subscription);
    const promise = promises.get(each.subscription);
    return line?.openedAt === now ? [{ number: line.number, judged: each, openedAt: now, isNew: false, promise }] : [];
  });
  const fresh = proposed.filter((each) => !open.has(each.subscription));
  if (fresh.length === 0) return own;
  const first = await counters.reserve('candidate', fresh.length);
  return [
    ...own,
    ...fresh.map((each, index) => ({
      number: candidateNumber(first + index),
      judged: each,
      openedAt: now,
      isNew: true,
      promise: promises.get(each.subscription),
    })),
  ];
}

/** The openings that made it into the lines. */
export function openedOf(planned: readonly Opening[], lines: readonly CandidateLine[]): Opening[] {
  if (planned.length === 0) return [];
  const numbers = new Set(lines.map(({ number }) => number));
  return planned.filter(({ number }) => numbers.has(number));
}

/** The lines of a bucket after an evaluation; every subscription keeps one line, the newest. */
export function nextLines(
  current: readonly CandidateLine[],
  { settled: { states: settled, records }, mended }: { settled: Settled; mended: readonly RemovalCandidate[] },
  openings: readonly Opening[],
  now: Instant,
): CandidateLine[] {
  const isOpenNow = (line: CandidateLine) => isOpen(settled.get(line.number) ?? line.state);
  // A burst at work on the same run at the same time may have been first: its candidates stay.
  const taken = SeatMap.of(current.filter(isOpenNow));
  const news = openings.filter(({ isNew, judged }) => isNew && !taken.has(judged.subscription));
  const opened = SeatMap.of(news.map(({ judged }) => judged.subscription));
  const ready = new Map(mended.map((candidate) => [candidate.number, candidate]));
  const kept = current
    .filter((line) => !opened.has(line))
    .map((line) => {
      const again = ready.get(line.number);
      if (again) return lineOf(again);
      const state = settled.get(line.number);
      if (state === undefined) return line;
      // What was waited for is over with the state; whoever closes a candidate for longer says so in its line.
      const until = state === line.state ? line.until : null;
      const seatFreed = records.get(line.number)?.seatFreed ?? line.seatFreed;
      return { ...line, state, until, seatFreed, settledAt: isOpen(state) ? null : (line.settledAt ?? now) };
    });
  const added = news.map(({ number, judged, openedAt, promise }): CandidateLine => {
    const { accountId, roleKey } = judged.subscription;
    const question = carriedQuestion(promise, openedAt);
    return {
      accountId,
      roleKey,
      number,
      state: question?.state ?? 'Ready',
      openedAt,
      inactiveDays: judged.decision.inactiveDays,
      settledAt: null,
      flag: null,
      until: question?.state === 'Awaiting User' ? question.notice.answerBy : null,
      askedAt: question?.notice.askedAt ?? null,
      alsoLost: [],
      justification: 'Low Usage',
      seatFreed: null,
    };
  });
  return [...kept, ...added];
}
