import type { CandidateNumber, ProfileId, RunId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { CandidateState } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import type { Opening } from './candidate-changes';

/** Candidates of one entry: a few kilobytes, however many an evaluation decides. */
const PORTION = 200;

export interface Decided {
  readonly profileId: ProfileId;
  readonly runId: RunId;
  readonly at: Instant;
  readonly opened: readonly Opening[];
  readonly settled: ReadonlyMap<CandidateNumber, CandidateState>;
  /** The lines before: whom the settled numbers are about. */
  readonly lines: readonly CandidateLine[];
}

/**
 * Records which candidates an evaluation opened and closed, many to an entry: one entry each would take a large site hours. A
 * burst that is repeated after a crash records the same decisions again.
 */
export async function recordDecisions(decided: Decided, { evidence }: Pick<Ports, 'evidence'>): Promise<void> {
  const { profileId, runId, at } = decided;
  const opened = decided.opened.map(({ number, judged }) => {
    const { accountId, roleKey } = judged.subscription;
    return { number, accountId, roleKey, inactiveDays: judged.decision.inactiveDays };
  });
  const closed = decided.lines.flatMap(({ number, accountId, roleKey }) => {
    const state = decided.settled.get(number);
    return state === undefined ? [] : [{ number, accountId, roleKey, state }];
  });
  const all = [...opened.map((each) => ({ opened: each })), ...closed.map((each) => ({ closed: each }))];
  for (let start = 0; start < all.length; start += PORTION) {
    const portion = all.slice(start, start + PORTION);
    const details = {
      profileId,
      runId,
      opened: portion.flatMap((each) => ('opened' in each ? [each.opened] : [])),
      closed: portion.flatMap((each) => ('closed' in each ? [each.closed] : [])),
    };
    const text = `The rules opened ${details.opened.length} removal candidates and closed ${details.closed.length}.`;
    await evidence.append({ kind: 'candidates-decided', at, by: null, subject: null, candidate: null, text, details });
  }
}
