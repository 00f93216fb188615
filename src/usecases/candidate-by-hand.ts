import type { AccountId, CandidateNumber } from '../domain/identifiers';
import { keepUntil, lastDayBefore } from '../domain/days/told-day';
import type { Instant } from '../domain/instant';
import {
  isHalfway,
  isRemovalUnderWay,
  moveCandidate,
  noteOn,
  stateAfter,
  withWords,
  type CandidateEvent,
  type RemovalCandidate,
} from '../domain/removal-candidate';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome, type Refusal } from './outcome';
import { NO_SUCH_CANDIDATE } from './reclaim-now';
import { storeAndTell } from './store-and-tell';

type Needs = Pick<Ports, 'candidates' | 'promises' | 'begunChanges' | 'directory' | 'evidence' | 'clock'>;

export type ClosedByHand = 'Closed Complete' | 'Closed Skipped';
const EVENTS: Readonly<Record<ClosedByHand, CandidateEvent>> = {
  'Closed Complete': 'closed-as-complete',
  'Closed Skipped': 'closed-as-skipped',
};

/** As what a person may close a candidate now. What a removal has begun is not skipped. */
export function closingsOf(candidate: Pick<RemovalCandidate, 'state' | 'groupsBefore'>): ClosedByHand[] {
  const possible = (['Closed Complete', 'Closed Skipped'] as const).filter(
    (to) => stateAfter(candidate.state, EVENTS[to]) !== undefined,
  );
  return isRemovalUnderWay(candidate) ? possible.filter((to) => to !== 'Closed Skipped') : possible;
}

/** The record stays one stored value. */
const MOST_NOTES = 50;
const CHANGED = 'Somebody else changed this candidate at this moment. Reload the page and try again.';
const EMPTY: Refusal = refuse('bad-input', 'Write something first.', [
  { field: 'text', problem: 'Write something first.' },
]);

/** Adds a work note, also to a closed candidate. Notes are no evidence: people write names into them. */
export async function addWorkNote(
  input: { readonly number: CandidateNumber; readonly text: string; readonly caller: AccountId },
  ports: Needs,
): Promise<Outcome<RemovalCandidate>> {
  const text = input.text.trim();
  if (text === '') return EMPTY;
  const candidate = await ports.candidates.find(input.number);
  if (!candidate) return refuse('not-found', NO_SUCH_CANDIDATE);
  if (candidate.timeline.filter(({ isNote }) => isNote).length >= MOST_NOTES)
    return refuse('refused', `A candidate takes ${MOST_NOTES} work notes; this one has no room for more.`);
  const noted = noteOn(candidate, { at: ports.clock.now(), text, by: input.caller, isNote: true });
  return unlessChanged(() => ports.candidates.replace(noted));
}

/**
 * Closes a candidate by hand. Closed Complete says that the seat was taken back elsewhere, so Jira is asked whether it is gone; a
 * removal of this app that is under way can't be closed as skipped, nor one that took what nobody has given back.
 */
export async function closeCandidate(
  input: {
    readonly number: CandidateNumber;
    readonly to: ClosedByHand;
    /** Of a seat that stays: for so many days nobody proposes it again; 0: until the next evaluation. */
    readonly keepDays?: number;
    readonly note: string;
    readonly caller: AccountId;
  },
  ports: Needs,
): Promise<Outcome<RemovalCandidate>> {
  const candidate = await ports.candidates.find(input.number);
  if (!candidate) return refuse('not-found', NO_SUCH_CANDIDATE);
  const { to, caller } = input;
  if (!closingsOf(candidate).includes(to))
    return refuse('refused', `A candidate that is ${candidate.state} can’t become ${to} by hand.`);
  if (to === 'Closed Complete' && (await holdsSeat(candidate, ports)))
    return refuse(
      'refused',
      'Jira still counts this seat. Take the person out of the groups first, or close the candidate as skipped.',
    );
  const missing = to === 'Closed Skipped' ? await missingGroups(candidate, ports) : [];
  if (missing.length > 0)
    return refuse(
      'refused',
      `A removal took ${missing.join(', ')} from this person and could not give it back. Choose Resume reclaim, or add the person to it by hand first.`,
    );
  const at = ports.clock.now();
  const { keepDays = 0 } = input;
  const keptUntil = to === 'Closed Skipped' && keepDays > 0 ? keepUntil(at, keepDays) : null;
  const text = closedText(to, keptUntil);
  const closed = moveCandidate({ ...candidate, keptUntil }, to, { at, text, by: caller });
  const noted = withWords(closed, { at, text: input.note, by: caller });
  const proven = to === 'Closed Complete' ? { ...noted, seatFreed: 'proven' as const } : noted;
  return unlessChanged(() => storeAndTell(proven, { what: 'closing', at, text, details: { to, keptUntil } }, ports));
}

function closedText(to: ClosedByHand, keptUntil: Instant | null): string {
  if (to === 'Closed Complete')
    return 'Closed by hand: the seat was taken back outside this app, and Jira no longer counts it.';
  return keptUntil === null
    ? 'Closed by hand: the seat stays.'
    : `Closed by hand: the seat stays, and nobody proposes it again before the end of ${lastDayBefore(keptUntil)} (UTC).`;
}

/** What a removal that is halfway took and nobody has given back yet. A group that was deleted since nobody can give back. */
async function missingGroups(candidate: RemovalCandidate, { directory }: Needs): Promise<readonly string[]> {
  if (!isHalfway(candidate)) return [];
  const person = await directory.findPerson(candidate.accountId);
  const missing = (candidate.groupsRemoved ?? []).filter((id) => person && !person.groupIds.includes(id));
  const existing = missing.length > 0 ? await directory.listGroups() : [];
  return missing.filter((id) => existing.some((group) => group.id === id));
}

async function holdsSeat({ accountId, roleKey }: RemovalCandidate, { directory }: Needs): Promise<boolean> {
  const person = await directory.findPerson(accountId);
  return person !== undefined && person.active && person.roleKeys.includes(roleKey);
}

/** Answers a conflict where somebody else was first. */
export async function unlessChanged(change: () => Promise<RemovalCandidate>): Promise<Outcome<RemovalCandidate>> {
  try {
    return done(await change());
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', CHANGED);
  }
}
