import { JobRuns } from '../../components/job-runs';
import { JobResult } from './job-result';
import styles from './jobs.module.css';

/** Job results, newest first; a running one shows its progress. */
export function JobResults({ isBusy }: { readonly isBusy: boolean }) {
  return (
    <JobRuns isBusy={isBusy} whose="a job" headingLevel={3}>
      {(runs) => (
        <ul className={styles.results}>
          {runs.map((run) => (
            <JobResult key={run.id} run={run} />
          ))}
        </ul>
      )}
    </JobRuns>
  );
}
