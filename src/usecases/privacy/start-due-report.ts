import { isFinished } from '../../domain/job-run';
import { nextReport } from '../../domain/privacy/known-person';
import { INSTALLATION, jobId } from '../../domain/scheduled-job';
import type { Ports } from '../../ports/ports';
import { startRun } from '../start-run';

/** Starts the report of accounts when it is due and not paused; a duplicate of the trigger finds the run there already. */
export async function startDueReport(
  ports: Pick<Ports, 'runs' | 'pauses' | 'counters' | 'queue' | 'clock' | 'log'>,
): Promise<number> {
  const paused = (await ports.pauses.list()).some((pause) => pause.jobId === jobId(INSTALLATION.id, 'report'));
  const last = await ports.runs.findLatest(INSTALLATION.id, 'report');
  if (paused || (last && !isFinished(last))) return 0;
  if (last && ports.clock.now() < nextReport(last)) return 0;
  const id = `${INSTALLATION.id}.${last?.createdAt ?? 0}.report`;
  await startRun({ id, profile: INSTALLATION, kind: 'report', cursor: null, requestedBy: null }, ports);
  return 1;
}
