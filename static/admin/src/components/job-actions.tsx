import Button from '@atlaskit/button/new';
import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { JobView } from '../../../../src/shared/contract';
import { tell } from '../api/bridge';
import { failureOf } from '../api/call';
import { useCommand } from '../api/queries';
import styles from './jobs-table.module.css';
import { useMay } from './role-notice';
import { isUnderWay } from './run-progress';

/** What can be done with a scheduled job: run it at once, stop it from starting by itself, let it start again. */
export function JobActions({ job }: { readonly job: JobView }) {
  const mayChange = useMay('integrator') === true;
  return (
    <div className={styles.actions}>
      <RunNow job={job} mayChange={mayChange} />
      {job.lastRun !== null && isUnderWay(job.lastRun) ? <Stop job={job} runId={job.lastRun.id} /> : null}
      <PauseOrResume job={job} mayChange={mayChange} />
    </div>
  );
}

interface ActionProps {
  readonly job: JobView;
  readonly mayChange: boolean;
}

function RunNow({ job, mayChange }: ActionProps) {
  const refresh = useRefreshJobs();
  const run = useCommand('runJobNow', ({ number, createdAt, updatedAt }) => {
    const isNew = createdAt === updatedAt;
    tell('info', isNew ? `${number} has started` : `${number} is already under way`, job.name);
    refresh();
  });
  const isRunning = job.lastRun !== null && isUnderWay(job.lastRun);
  return (
    <Button
      spacing="compact"
      aria-label={`${isRunning ? 'Running' : 'Run now'}: ${job.name}`}
      isDisabled={isRunning || !mayChange}
      isLoading={run.isPending}
      onClick={() => send(run, job, 'did not start')}
    >
      {isRunning ? 'Running' : 'Run now'}
    </Button>
  );
}

/** Ends the run at once; what was shown before stays. */
function Stop({ job, runId }: { readonly job: JobView; readonly runId: string }) {
  const mayStop = useMay('reclaimer') === true;
  const refresh = useRefreshJobs();
  const stop = useCommand('cancelRun', ({ number }) => {
    tell('info', `${number} is stopped`, `${job.name} can be run again at any time.`);
    refresh();
  });
  const onError = (error: Error) => tell('error', `${job.name} was not stopped`, failureOf(error).message);
  return (
    <Button
      spacing="compact"
      aria-label={`Stop: ${job.name}`}
      isDisabled={!mayStop}
      isLoading={stop.isPending}
      onClick={() => stop.mutate({ runId }, { onError })}
    >
      Stop
    </Button>
  );
}

function PauseOrResume({ job, mayChange }: ActionProps) {
  const refresh = useRefreshJobs();
  const pause = useCommand('pauseJob', () => {
    tell('info', 'The job is paused', `${job.name} starts only when somebody runs it. Its data grows old meanwhile.`);
    refresh();
  });
  const resume = useCommand('resumeJob', () => {
    tell('success', 'The job is resumed', `${job.name} makes up for missed turns within the hour.`);
    refresh();
  });
  const [label, command, failed] = job.paused
    ? (['Resume', resume, 'was not resumed'] as const)
    : (['Pause', pause, 'was not paused'] as const);
  return (
    <Button
      spacing="compact"
      aria-label={`${label}: ${job.name}`}
      isDisabled={!mayChange}
      isLoading={command.isPending}
      onClick={() => send(command, job, failed)}
    >
      {label}
    </Button>
  );
}

function send<Value>(command: UseMutationResult<Value, Error, { jobId: string }>, job: JobView, failed: string): void {
  const onError = (error: Error) => tell('error', `${job.name} ${failed}`, failureOf(error).message);
  command.mutate({ jobId: job.id }, { onError });
}

function useRefreshJobs(): () => void {
  const client = useQueryClient();
  return () => {
    for (const stale of ['listJobs', 'listJobRuns', 'getPointBudget', 'getOverview'])
      void client.invalidateQueries({ queryKey: [stale] });
  };
}
