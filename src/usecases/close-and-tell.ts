import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { RemovalCandidate, TimelineEntry } from '../domain/removal-candidate';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { projectCandidates } from './candidate-table';

type Needs = Pick<Ports, 'candidates' | 'evidence' | 'begunChanges'>;

/** Beside what the candidate says of its own closing. */
type Details = Readonly<Record<string, unknown>>;

/**
 * Stores a candidate that no removal and no evaluation closes, but a person or an event, and tells it. What is cut off between
 * the two is told by the hourly tick. Throws `store-conflict`, with nothing changed, when somebody else was first.
 */
export async function closeAndTell(
  closed: RemovalCandidate,
  at: Instant,
  details: Details,
  ports: Needs,
): Promise<RemovalCandidate> {
  const change = { what: 'closing', candidate: closed.number, at, details } as const;
  await ports.begunChanges.begin(change);
  const stored = await replace(closed, () => ports.begunChanges.end(change), ports);
  await tellClosing(stored, details, ports);
  await ports.begunChanges.end(change);
  return stored;
}

async function replace(closed: RemovalCandidate, undo: () => Promise<void>, { candidates }: Needs) {
  try {
    return await candidates.replace(closed);
  } catch (error) {
    if (isFailure(error, 'store-conflict')) await undo();
    throw error;
  }
}

/** Records that a candidate was closed, once however often it is repeated, and brings its line in step. */
export async function tellClosing(
  candidate: RemovalCandidate,
  details: Details,
  { evidence, candidates }: Pick<Ports, 'evidence' | 'candidates'>,
): Promise<void> {
  const { number, state, accountId, profileId, roleKey } = candidate;
  const { at, by, text } = closingEntry(candidate);
  await evidence.append(
    {
      kind: 'candidate-closed',
      at,
      by,
      subject: accountId,
      candidate: number,
      text,
      details: { to: state, ...details, profileId, roleKey },
    },
    `${number}.closed`,
  );
  await projectCandidates([candidate], candidates);
}

/** What the candidate itself says of its closing: people may add notes afterwards. */
function closingEntry({ timeline, closedAt, state }: RemovalCandidate): {
  at: Instant;
  by: AccountId | null;
  text: string;
} {
  const isClosing = ({ at, isNote }: TimelineEntry) => at === closedAt && isNote !== true;
  return timeline.filter(isClosing).at(-1) ?? { at: closedAt ?? 0, by: null, text: `The candidate is ${state}.` };
}
