import type { EvidenceKind } from '../domain/evidence';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { BegunChange, ToldChange } from '../ports/begun-change-store';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { projectCandidates } from './candidate-table';

type Needs = Pick<Ports, 'candidates' | 'promises' | 'evidence' | 'begunChanges'>;
type Change = Pick<BegunChange, 'at' | 'text' | 'details'> & { readonly what: ToldChange };

const KINDS: Readonly<Record<ToldChange, EvidenceKind>> = {
  closing: 'candidate-closed',
  answer: 'notice-answered',
  decision: 'keep-decided',
  proof: 'seat-checked',
};

/**
 * Stores a candidate that no run changed, but a person or an event, and tells it: an entry of evidence for every change that
 * happened, none for one that did not. What is cut off between the two is told by the hourly tick, which finds in the candidate's
 * timeline whether it happened. Throws `store-conflict`, with nothing changed, when somebody else was first.
 */
export async function storeAndTell(changed: RemovalCandidate, change: Change, ports: Needs): Promise<RemovalCandidate> {
  const begun = { ...change, candidate: changed.number };
  await ports.begunChanges.begin(begun);
  const stored = await replace(changed, () => ports.begunChanges.end(begun), ports);
  await tell(stored, change, ports);
  await ports.begunChanges.end(begun);
  return stored;
}

async function replace(changed: RemovalCandidate, undo: () => Promise<void>, { candidates }: Needs) {
  try {
    return await candidates.replace(changed);
  } catch (error) {
    if (isFailure(error, 'store-conflict')) await undo();
    throw error;
  }
}

/** Tells a change if it happened, once however often it is repeated, and brings the candidate's line in step. */
export async function tell(
  candidate: RemovalCandidate,
  { what, at, text, details }: Change,
  ports: Pick<Ports, 'evidence' | 'candidates' | 'promises'>,
): Promise<void> {
  const { number, accountId, profileId, roleKey, timeline } = candidate;
  const entry = timeline.find((each) => each.at === at && each.text === text);
  if (entry) {
    const about = { subject: accountId, candidate: number, details: { ...details, profileId, roleKey } };
    await ports.evidence.append({ kind: KINDS[what], at, by: entry.by, text, ...about }, `${number}.${what}.${at}`);
  }
  await projectCandidates([candidate], ports);
}
