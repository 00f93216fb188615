import { acknowledgeTrend } from '../../usecases/acknowledge-trend';
import { cancelRun } from '../../usecases/cancel-run';
import { done } from '../../usecases/outcome';
import { getSafetyGate } from '../../usecases/read-gate';
import { clearExternallyManaged } from '../../usecases/managed-groups';
import { readWorklistBucket } from '../../usecases/read-worklist';
import { recordRefusal, recordStart } from '../../usecases/record-request';
import { restoreNow } from '../../usecases/restore-now';
import { findAll, readRunResults } from '../../usecases/run-results';
import { readSeatsAlone } from '../../usecases/second-person';
import { startRestore } from '../../usecases/start-restore';
import { gateView } from '../gate-view';
import { chosenCandidate, runResult } from '../run-result-views';
import { restoreResult, runView } from '../views';
import { mapOutcome, type Operations } from './operation';

export const restoreOperations: Operations<
  | 'readWorklistBucket'
  | 'clearExternallyManaged'
  | 'getSafetyGate'
  | 'acknowledgeTrend'
  | 'previewRestore'
  | 'restoreNow'
  | 'startRestore'
  | 'listChosenCandidates'
  | 'readRunResults'
  | 'cancelRun'
> = {
  readWorklistBucket: async (input, _caller, ports) => readWorklistBucket(input, ports),
  clearExternallyManaged: async (input, { accountId }, ports) =>
    clearExternallyManaged({ ...input, caller: accountId }, ports),
  getSafetyGate: async ({ stored = false, ...input }, _caller, ports) => {
    const now = ports.clock.now();
    const [gate, seatsAlone] = await Promise.all([
      getSafetyGate({ ...input, stored }, ports),
      readSeatsAlone(input.profileId, ports),
    ]);
    return mapOutcome(gate, (checks) => gateView(checks, seatsAlone, now));
  },
  acknowledgeTrend: ({ profileId, evaluatedAt }, { accountId: caller }, ports) =>
    acknowledgeTrend({ profileId, evaluatedAt: Date.parse(evaluatedAt), caller }, ports),
  previewRestore: async ({ number }, { accountId }, ports) =>
    mapOutcome(await restoreNow({ number, mode: 'preview', caller: accountId }, ports), (result) =>
      restoreResult(number, result),
    ),
  restoreNow: async ({ number }, { accountId: by }, ports) => {
    const outcome = await restoreNow({ number, mode: 'apply', caller: by }, ports);
    await recordRefusal(outcome, { what: 'Giving a seat back', isRestore: true, by, candidate: number }, ports);
    return mapOutcome(outcome, (result) => restoreResult(number, result));
  },
  startRestore: async (input, { accountId: by }, ports) => {
    const outcome = await startRestore({ ...input, caller: by }, ports);
    const { profileId, expectedCount: count } = input;
    await recordStart(outcome, { what: `Giving ${count} seats back`, isRestore: true, by, profileId, count }, ports);
    return mapOutcome(outcome, runView);
  },
  listChosenCandidates: async ({ profileId, numbers }, _caller, ports) => {
    const logStart = await ports.evidence.readStart();
    const chosen = await findAll(profileId, numbers, ports);
    return done({ rows: chosen.map((candidate) => chosenCandidate(candidate, logStart)) });
  },
  readRunResults: async (input, _caller, ports) => {
    const logStart = await ports.evidence.readStart();
    return mapOutcome(await readRunResults(input, ports), ({ people, parts }) => ({
      rows: people.map((person) => runResult(person, logStart)),
      parts,
    }));
  },
  cancelRun: async (input, { accountId }, ports) =>
    mapOutcome(await cancelRun({ ...input, caller: accountId }, ports), runView),
};
