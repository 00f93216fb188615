import type { RemovalCandidate } from '../../domain/removal-candidate';
import type { Ports } from '../../ports/ports';
import type { CandidateView } from '../../shared/contract';
import { addWorkNote, closeCandidate } from '../../usecases/candidate-by-hand';
import { countStates, readCandidateTable } from '../../usecases/candidate-table';
import { createCandidate } from '../../usecases/create-candidate';
import { decideKeepRequest } from '../../usecases/decide-keep-request';
import { done, refuse, type Outcome } from '../../usecases/outcome';
import { proveSeat } from '../../usecases/prove-seat';
import { NO_SUCH_CANDIDATE, reclaimNow } from '../../usecases/reclaim-now';
import { recordRefusal, recordStart } from '../../usecases/record-request';
import { startReclaim } from '../../usecases/start-reclaim';
import { candidateRow, candidateView, reclaimResult, runView } from '../views';
import { mapOutcome, type Operations } from './operation';

export const candidateOperations: Operations<
  | 'getCandidateTable'
  | 'readCandidateBucket'
  | 'getCandidate'
  | 'createCandidate'
  | 'addWorkNote'
  | 'decideKeepRequest'
  | 'closeCandidate'
  | 'proveSeat'
  | 'reclaimNow'
  | 'startReclaim'
> = {
  getCandidateTable: async ({ profileId }, _caller, ports) => {
    const [buckets, lines] = await Promise.all([
      ports.candidates.findBucketCount(profileId),
      readCandidateTable(profileId, ports.candidates),
    ]);
    return done({ buckets: buckets ?? 0, counts: countStates(lines) });
  },
  readCandidateBucket: async ({ profileId, bucket }, _caller, ports) => {
    const buckets = (await ports.candidates.findBucketCount(profileId)) ?? 0;
    if (buckets === 0 && bucket === 0) return done({ rows: [], buckets });
    if (bucket >= buckets) return refuse('not-found', 'The list of candidates changed. Reload it.');
    const lines = await ports.candidates.readBucket(profileId, buckets, bucket);
    return done({ rows: lines.map(candidateRow), buckets });
  },
  getCandidate: async ({ number }, _caller, ports) => {
    const candidate = await ports.candidates.find(number);
    return showCandidate(candidate ? done(candidate) : refuse('not-found', NO_SUCH_CANDIDATE), ports);
  },
  createCandidate: async (input, { accountId: caller }, ports) =>
    showCandidate(await createCandidate({ ...input, caller }, ports), ports),
  decideKeepRequest: async (input, { accountId: caller }, ports) =>
    showCandidate(await decideKeepRequest({ ...input, caller }, ports), ports),
  addWorkNote: async (input, { accountId: caller }, ports) =>
    showCandidate(await addWorkNote({ ...input, caller }, ports), ports),
  closeCandidate: async (input, { accountId: caller }, ports) =>
    showCandidate(await closeCandidate({ ...input, caller }, ports), ports),
  proveSeat: async (input, { accountId: caller }, ports) =>
    showCandidate(await proveSeat({ ...input, caller }, ports), ports),
  reclaimNow: async ({ number, mode }, { accountId }, ports) => {
    const outcome = await reclaimNow({ number, mode, caller: accountId }, ports);
    const request = { what: 'Taking a seat back', by: accountId, candidate: number };
    if (mode === 'apply') await recordRefusal(outcome, request, ports);
    const models = await ports.models.list();
    return mapOutcome(outcome, (result) => reclaimResult(number, result, models));
  },
  startReclaim: async (input, { accountId }, ports) => {
    const outcome = await startReclaim({ ...input, caller: accountId }, ports);
    const { profileId, expectedCount: count } = input;
    await recordStart(outcome, { what: `Taking ${count} seats back`, by: accountId, profileId, count }, ports);
    return mapOutcome(outcome, runView);
  },
};

async function showCandidate(
  outcome: Outcome<RemovalCandidate>,
  ports: Pick<Ports, 'profiles' | 'models' | 'rules' | 'runs' | 'evidence' | 'clock'>,
): Promise<Outcome<CandidateView>> {
  if (!outcome.ok) return outcome;
  const candidate = outcome.value;
  const { removedIn: runId } = candidate;
  const [profile, models, rules, removedIn, logStart] = await Promise.all([
    ports.profiles.find(candidate.profileId),
    ports.models.list(),
    ports.rules.list(candidate.profileId),
    runId === null ? undefined : ports.runs.find(runId),
    ports.evidence.readStart(),
  ]);
  return done(candidateView(candidate, { profile, models, rules, removedIn, logStart, now: ports.clock.now() }));
}
