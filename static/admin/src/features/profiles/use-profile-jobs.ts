import { useAnswer } from '../../api/queries';
import { isUnderWay } from '../../components/run-progress';

/** All jobs, looked at again while one of them runs. */
export function useJobs() {
  return useAnswer(
    'listJobs',
    {},
    { pollWhile: ({ jobs }) => jobs.some(({ lastRun }) => lastRun !== null && isUnderWay(lastRun)) },
  );
}
