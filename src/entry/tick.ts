import { finishBegunChanges } from '../usecases/finish-begun-changes';
import { checkOperators } from '../usecases/reclaim-operator';
import { noteInstallation } from '../usecases/note-installation';
import { noteBeat } from '../usecases/watch-events';
import { deleteOldEvidence } from '../usecases/retention/delete-old-evidence';
import { startDueReport } from '../usecases/privacy/start-due-report';
import { startDueJobs } from '../usecases/start-due-jobs';
import { settleStaleChecks } from '../usecases/site-check/settle-checks';
import { tellExpiredRequests } from '../usecases/tell-expired-requests';
import { wakeStalledRuns } from '../usecases/wake-stalled-runs';
import { compose, findInstalled } from './compose';

/** Every hour: starts what is due and wakes what stands still. Does no work itself. */
export async function handleTick(): Promise<{ statusCode: number }> {
  const ports = compose();
  await noteInstallation({ installed: findInstalled(), said: 'installed', by: null }, ports); // where no event told of it
  await noteBeat(ports);
  const woken = await wakeStalledRuns(ports);
  const started = (await startDueJobs(ports)) + (await startDueReport(ports));
  const finished = await finishBegunChanges(ports);
  await checkOperators(ports);
  await tellExpiredRequests(ports);
  await settleStaleChecks(ports);
  await deleteOldEvidence(ports);
  if (woken + started + finished > 0) ports.log.info('tick', { started, woken, finished });
  return { statusCode: 204 };
}
