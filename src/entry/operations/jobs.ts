import { listJobs } from '../../usecases/list-jobs';
import { done, refuse } from '../../usecases/outcome';
import { pauseJob, resumeJob } from '../../usecases/pause-job';
import { runJobNow } from '../../usecases/run-job-now';
import { jobView, runView } from '../views';
import { mapOutcome, type Operations } from './operation';

export const jobOperations: Operations<
  'listJobs' | 'listJobRuns' | 'getJobRun' | 'runJobNow' | 'pauseJob' | 'resumeJob'
> = {
  listJobs: async (_input, _caller, ports) => done({ jobs: (await listJobs(ports)).map(jobView) }),
  listJobRuns: async ({ profileId, cursor }, _caller, ports) => {
    const page = await ports.runs.list({ profileId, cursor });
    const runs = page.runs.map(runView);
    return done(page.cursor === undefined ? { runs } : { runs, cursor: page.cursor });
  },
  getJobRun: async ({ runId }, _caller, ports) => {
    const run = await ports.runs.find(runId);
    return run ? done(runView(run)) : refuse('not-found', 'This job result does not exist.');
  },
  pauseJob: async ({ jobId }, { accountId }, ports) =>
    mapOutcome(await pauseJob({ jobId, caller: accountId }, ports), jobView),
  resumeJob: async ({ jobId }, { accountId }, ports) =>
    mapOutcome(await resumeJob({ jobId, caller: accountId }, ports), jobView),
  runJobNow: async ({ jobId }, { accountId }, ports) => {
    return mapOutcome(await runJobNow({ jobId, caller: accountId }, ports), runView);
  },
};
