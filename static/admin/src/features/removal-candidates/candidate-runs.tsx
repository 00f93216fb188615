import type { RunView } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Stack } from '../../components/layout';
import { Moment } from '../../components/moment';
import { runAddress } from '../../components/run-address';
import { RunPeople } from '../../components/run-people';
import { isUnderWay, RunProgress } from '../../components/run-progress';
import { useJobRuns } from '../../components/use-job-runs';
import { useRefreshCandidate } from './use-refresh-candidate';
import { useWhenOver } from './use-when-over';

/** What takes seats back or gives them back at this moment, else what last did, with the way to its people. */
export function CandidateRuns() {
  const runs = useJobRuns({}).runs.filter((run) => runAddress(run) !== null);
  const running = runs.filter(isUnderWay);
  const [last] = runs;
  useWhenOver(running.length > 0, useRefreshCandidate());
  if (running.length === 0) return last ? <LastRun run={last} /> : null;
  return (
    <Stack>
      {running.map((run) => (
        <div key={run.id}>
          <RunProgress run={run} />
          <RunPeople run={run} />
        </div>
      ))}
    </Stack>
  );
}

function LastRun({ run }: { readonly run: RunView }) {
  const format = useFormat();
  return (
    <p>
      {run.number}, <Moment at={run.finishedAt ?? run.updatedAt} />: {format.sentence(run.summary)}{' '}
      <RunPeople run={run} />
    </p>
  );
}
