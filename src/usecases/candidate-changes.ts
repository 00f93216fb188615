import type { LastActivity } from '../domain/activity';
import { explainExclusion, type ExclusionRule } from '../domain/exclusion-rule';
import type { EvidenceFacts } from '../domain/evidence';
import type { AccountId, CandidateNumber, RoleKey } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { Decision, ReclamationRule } from '../domain/reclamation-rule';
import {
  candidateNumber,
  isOpen,
  moveCandidate,
  type CandidateState,
  type RemovalCandidate,
} from '../domain/removal-candidate';
import type { SoftwareSubscription } from '../domain/software-subscription';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { attemptName } from './reclaim-seat';

/** A subscription with what the rule decided about it. */
export interface Judged {
  readonly subscription: SoftwareSubscription;
  readonly activity: LastActivity;
  readonly decision: Decision;
  readonly rule: ReclamationRule | undefined;
  readonly exclusion: ExclusionRule | undefined;
}

/** One that the rule proposes. */
export type Proposed = Judged & {
  readonly decision: Extract<Decision, { kind: 'candidate' }>;
  readonly rule: ReclamationRule;
};

export interface Opening {
  readonly number: CandidateNumber;
  readonly judged: Proposed;
  readonly openedAt: Instant;
  /** False when a repeated burst found its own line, which may have moved on since. */
  readonly isNew: boolean;
}

/**
 * Closes the open candidates whose reason is gone and answers their new states. One that somebody works on at this moment is
 * left for the next evaluation.
 */
export async function settleCandidates(
  lines: readonly CandidateLine[],
  judged: readonly Judged[],
  now: Instant,
  { candidates, evidence }: Pick<Ports, 'candidates' | 'evidence'>,
): Promise<Map<CandidateNumber, CandidateState>> {
  const byKey = new Map(judged.map((each) => [subscriptionKey(each.subscription), each]));
  const settled = new Map<CandidateNumber, CandidateState>();
  for (const line of lines) {
    const verdict = settledBecause(line, byKey.get(subscriptionKey(line)));
    if (!verdict) continue;
    try {
      const candidate = await candidates.find(line.number);
      if (candidate && isOpen(candidate.state)) {
        if (verdict.to === 'Closed Complete') {
          const name = attemptName(candidate, 'reclaim-done');
          await evidence.append(removalDone(candidate, verdict.text, now), name);
        }
        await candidates.replace(moveCandidate(candidate, verdict.to, { at: now, text: verdict.text, by: null }));
      }
      settled.set(line.number, candidate && !isOpen(candidate.state) ? candidate.state : verdict.to);
    } catch (error) {
      if (!isFailure(error, 'store-conflict')) throw error;
    }
  }
  return settled;
}

function settledBecause(line: CandidateLine, current: Judged | undefined) {
  if (!isOpen(line.state)) return undefined;
  // A removal that was stopped halfway is undone or completed by whoever takes it up, never just closed.
  if (line.state === 'Awaiting Revocation') {
    return current ? undefined : ({ to: 'Closed Complete', text: 'The removal that was under way is done.' } as const);
  }
  if (!current)
    return { to: 'Closed Skipped', text: 'The seat is gone: the person left the selected groups.' } as const;
  if (current.exclusion) return { to: 'Closed Skipped', text: explainExclusion(current.exclusion) } as const;
  if (current.decision.kind === 'keep' && current.decision.because === 'active') {
    return { to: 'Closed Canceled', text: 'Activity was detected, so the seat stays.' } as const;
  }
  return undefined;
}

function removalDone(candidate: RemovalCandidate, text: string, at: Instant): EvidenceFacts {
  const { number, accountId, profileId, roleKey, groupsRemoved } = candidate;
  const details = { groupIds: groupsRemoved ?? [], seatFreed: 'unknown', profileId, roleKey, requestedBy: null };
  return { kind: 'reclaim-done', at, by: null, subject: accountId, candidate: number, text, details };
}

/** The candidates to open: one for every proposed seat that has no open one, with reserved numbers. */
export async function planOpenings(
  lines: readonly CandidateLine[],
  settled: ReadonlyMap<CandidateNumber, CandidateState>,
  judged: readonly Judged[],
  now: Instant,
  { counters }: Pick<Ports, 'counters'>,
): Promise<Opening[]> {
  const open = new Map(
    lines.filter((line) => isOpen(settled.get(line.number) ?? line.state)).map((line) => [subscriptionKey(line), line]),
  );
  const proposed = judged.filter(isProposed);
  const own = proposed.flatMap((each) => {
    const line = open.get(subscriptionKey(each.subscription));
    return line?.openedAt === now ? [{ number: line.number, judged: each, openedAt: now, isNew: false }] : [];
  });
  const fresh = proposed.filter((each) => !open.has(subscriptionKey(each.subscription)));
  if (fresh.length === 0) return own;
  const first = await counters.reserve('candidate', fresh.length);
  return [
    ...own,
    ...fresh.map((each, index) => ({
      number: candidateNumber(first + index),
      judged: each,
      openedAt: now,
      isNew: true,
    })),
  ];
}

/** The lines of a bucket after an evaluation; every subscription keeps one line, the newest. */
export function nextLines(
  current: readonly CandidateLine[],
  settled: ReadonlyMap<CandidateNumber, CandidateState>,
  openings: readonly Opening[],
  now: Instant,
): CandidateLine[] {
  const news = openings.filter(({ isNew }) => isNew);
  const opened = new Set(news.map((opening) => subscriptionKey(opening.judged.subscription)));
  const kept = current
    .filter((line) => !opened.has(subscriptionKey(line)))
    .map((line) => {
      const state = settled.get(line.number) ?? line.state;
      return { ...line, state, settledAt: isOpen(state) ? null : (line.settledAt ?? now) };
    });
  const added = news.map(({ number, judged, openedAt }): CandidateLine => {
    const { accountId, roleKey } = judged.subscription;
    return {
      accountId,
      roleKey,
      number,
      state: 'Ready',
      openedAt,
      inactiveDays: judged.decision.inactiveDays,
      settledAt: null,
      flag: null,
    };
  });
  return [...kept, ...added];
}

/** Names one seat: a person and an application. */
export function subscriptionKey({ accountId, roleKey }: { accountId: AccountId; roleKey: RoleKey }): string {
  return `${roleKey} ${accountId}`;
}

function isProposed(judged: Judged): judged is Proposed {
  return judged.decision.kind === 'candidate' && judged.rule !== undefined;
}
