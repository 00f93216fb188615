import type { AccountId, CandidateNumber, ProfileId, RunId } from '../domain/identifiers';
import type { JobRun } from '../domain/job-run';
import type { RemovalCandidate } from '../domain/removal-candidate';
import { BACKGROUND_REFUSED } from '../domain/reclaim-gate';
import { operatorLock } from '../domain/safety-gate';
import { whyNotRestorable } from '../domain/retention/restorability';
import { behaviorOf } from '../domain/site-check/site-behavior';
import type { Ports } from '../ports/ports';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import type { RestoreCursor } from './restore-candidates';
import { listRunCandidates } from './run-candidates';
import { startRun } from './start-run';

type Needs = Pick<
  Ports,
  'profiles' | 'candidates' | 'runs' | 'counters' | 'queue' | 'clock' | 'ids' | 'log' | 'siteChecks' | 'evidence'
>;

export interface StartRestore {
  readonly profileId: ProfileId;
  /** The chosen candidates, or everybody whom a reclaim run removed. */
  readonly of: { readonly numbers: readonly CandidateNumber[] } | { readonly runId: RunId };
  readonly expectedCount: number;
  readonly caller: AccountId;
}

/** Starts giving seats back in the background as the profile's operator; only the confirmed number is restored. */
export async function startRestore(input: StartRestore, ports: Needs): Promise<Outcome<JobRun>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const lock = operatorLock(profile);
  if (lock) return refuse('refused', lock);
  const { backgroundRemoval } = behaviorOf(await ports.siteChecks.find());
  if (backgroundRemoval === 'refused') return refuse('refused', BACKGROUND_REFUSED);
  const meant = await whoIsMeant(input, ports);
  if (!meant) return refuse('not-found', 'This job result does not exist.');
  if (meant.count !== input.expectedCount) {
    return refuse(
      'conflict',
      `${meant.count} people can be restored now, not ${input.expectedCount}. Look at the list again and confirm the new number.`,
    );
  }
  if (meant.count === 0) return refuse('refused', 'There is nobody to restore.');
  const cursor: RestoreCursor = { ...meant.cursor, total: meant.count, bucket: 0, number: '', refusals: 0 };
  const id = `${profile.id}.${ports.ids.next()}.restore`;
  return done(await startRun({ id, profile, kind: 'restore', cursor, requestedBy: input.caller }, ports));
}

async function whoIsMeant({ of, profileId }: StartRestore, ports: Needs) {
  const logStart = await ports.evidence.readStart();
  const isRestorable = (each: RemovalCandidate) => whyNotRestorable(each, logStart) === null;
  if ('numbers' in of) {
    const numbers = [...new Set(of.numbers)].sort();
    const found = await Promise.all(numbers.map((number) => ports.candidates.find(number)));
    const meant = found.filter((each) => each?.profileId === profileId && isRestorable(each));
    return { count: meant.length, cursor: { numbers, run: null } };
  }
  const run = await ports.runs.find(of.runId);
  if (run?.kind !== 'reclaim' || run.profileId !== profileId) return undefined;
  const removed = await listRunCandidates(run, ports);
  const meant = removed.filter(isRestorable);
  return { count: meant.length, cursor: { numbers: null, run: { id: run.id, from: run.createdAt } } };
}
