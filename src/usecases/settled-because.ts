import { explainExclusion } from '../domain/exclusion-rule';
import { tellHold } from '../domain/promises/promise-sentences';
import type { PromiseHold, SeatPromise } from '../domain/promises/seat-promise';
import type { KeptBecause } from '../domain/reclamation-rule';
import {
  isAboutActivity,
  isHalfway,
  isOpen,
  type CandidateEvent,
  type RemovalCandidate,
} from '../domain/removal-candidate';
import type { CandidateLine } from '../ports/stores';
import type { Judged } from './judge-seats';

/** What settles an open candidate without a removal, and how that is said. */
export interface Settlement {
  readonly event: CandidateEvent;
  readonly text: string;
}

/** Reasons of a rule for which it would not propose a seat again. What could not be read is none: the candidate waits. */
const NO_LONGER_PROPOSED: Readonly<Partial<Record<KeptBecause, string>>> = {
  protected: 'A reclamation rule protects this person.',
  'out-of-condition': 'The reclamation rule no longer applies to this seat.',
  'counted-only': 'The reclamation rule only counts usage; it proposes nobody.',
  'in-grace': 'Access was given again lately, so the seat counts as new.',
  'no-activity-kept': 'The reclamation rule keeps people of whom no activity was ever seen.',
};

/** From the line alone: whether the candidate has to be looked at. */
export function mayBeSettled(line: CandidateLine, current: Judged | undefined, promise?: SeatPromise): boolean {
  if (!isOpen(line.state)) return false;
  if (!current || current.exclusion || promise?.kept) return true;
  const { decision } = current;
  return (
    decision.kind === 'keep' && (decision.because === 'active' || NO_LONGER_PROPOSED[decision.because] !== undefined)
  );
}

/** Why a candidate is settled by what is known now; undefined: it stays open. */
export function settledBecause(
  candidate: RemovalCandidate,
  current: Judged | undefined,
  hold?: PromiseHold,
): Settlement | undefined {
  if (isHalfway(candidate)) {
    return current ? undefined : { event: 'removal-done', text: 'The removal that was under way is done.' };
  }
  if (!current) return { event: 'seat-gone', text: 'The seat is gone: the person left the selected groups.' };
  if (current.exclusion) return { event: 'kept', text: explainExclusion(current.exclusion) };
  if (hold?.code === 'kept') return { event: 'kept', text: tellHold(hold) };
  if (current.decision.kind === 'candidate') return undefined;
  const { because } = current.decision;
  if (because === 'active') return settledByActivity(candidate, current);
  // A person who proposed somebody by hand outweighs what a rule would do, but not what it protects.
  if (candidate.source === 'hand' && because !== 'protected') return undefined;
  const text = NO_LONGER_PROPOSED[because];
  return text === undefined ? undefined : { event: 'kept', text };
}

function settledByActivity(candidate: RemovalCandidate, { activity }: Judged): Settlement | undefined {
  if (!isAboutActivity(candidate.justification)) return undefined;
  if (activity.kind === 'seen' && activity.at > candidate.silentSince) {
    return { event: 'activity-seen', text: 'Activity was detected, so the seat stays.' };
  }
  // Nothing new happened, so the rule waits longer or counts more than it did.
  if (candidate.source === 'hand') return undefined;
  return { event: 'kept', text: 'The reclamation rule was changed and no longer proposes this seat.' };
}
