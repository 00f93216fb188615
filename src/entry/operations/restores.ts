import { acknowledgeTrend } from '../../usecases/acknowledge-trend';
import { lineOf } from '../../usecases/candidate-table';
import { cancelRun } from '../../usecases/cancel-run';
import { done, refuse } from '../../usecases/outcome';
import { getSafetyGate } from '../../usecases/read-gate';
import { clearExternallyManaged } from '../../usecases/managed-groups';
import { readWorklistBucket } from '../../usecases/read-worklist';
import { recordRefusal, recordStart } from '../../usecases/record-request';
import { restoreNow } from '../../usecases/restore-now';
import { listRunCandidates } from '../../usecases/run-candidates';
import { readSeatsAlone } from '../../usecases/second-person';
import { startRestore } from '../../usecases/start-restore';
import { gateView } from '../gate-view';
import { candidateRow, restoreResult, runView } from '../views';
import { mapOutcome, type Operations } from './operation';

export const restoreOperations: Operations<
  | 'readWorklistBucket'
  | 'clearExternallyManaged'
  | 'getSafetyGate'
  | 'acknowledgeTrend'
  | 'previewRestore'
  | 'restoreNow'
  | 'startRestore'
  | 'listRunCandidates'
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
  listRunCandidates: async ({ runId }, _caller, ports) => {
    const run = await ports.runs.find(runId);
    if (!run) return refuse('not-found', 'This job result does not exist.');
    const removed = await listRunCandidates(run, ports);
    return done({ rows: removed.map((each) => candidateRow(lineOf(each))) });
  },
  cancelRun: async (input, { accountId }, ports) =>
    mapOutcome(await cancelRun({ ...input, caller: accountId }, ports), runView),
};
