import { isFinished, type JobRun } from '../domain/job-run';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { cursorOf, generationIdOf } from './download-cursor';
import { discardList } from './seat-list/discard-list';
import { settleStoppedRun, type SettleNeeds } from './settle-stopped-run';

type Needs = SettleNeeds & Pick<Ports, 'runs' | 'subscriptions' | 'seatLists' | 'log'>;

/**
 * What comes after the last commit of a run: what it left behind is deleted, whom it left halfway is settled and its end put on
 * record, each of which may be repeated. Until that is done the run counts as open, so whoever finds it so closes it: a message that is delivered again, or
 * the watchdog. A failure here must not make a finished run fail.
 */
export async function closeRun(run: JobRun, ports: Needs): Promise<void> {
  if (!isFinished(run) || run.closed) return;
  try {
    if (run.kind === 'download' && run.status !== 'Complete') await discardDownload(run, ports);
    if (run.kind === 'download' || run.kind === 'evaluate') await discardList(run, ports);
    await settleStoppedRun(run, ports);
    await recordEnd(run, ports);
    await ports.runs.replace({ ...run, closed: true });
  } catch (error) {
    if (!isFailure(error)) throw error;
    // A conflict: somebody else is closing it.
    if (error.code !== 'store-conflict') ports.log.error('run not closed', { run: run.id, code: error.code });
  }
}

/** Pages and parts of a list that never became the current one. */
async function discardDownload(run: JobRun, { subscriptions }: Needs): Promise<void> {
  const cursor = cursorOf(run);
  const generationId = generationIdOf(run);
  const current = await subscriptions.findCurrent(run.profileId);
  const isRead = current?.id === generationId || current?.previous?.id === generationId;
  if (!isRead) await subscriptions.discard(generationId);
  if (cursor) await subscriptions.sweep(generationId, { parts: cursor.parts, buckets: 0 });
}

async function recordEnd(run: JobRun, { evidence }: Needs): Promise<void> {
  const { requests, points, counts, status } = run;
  await evidence.append(
    {
      kind: 'job-finished',
      at: run.finishedAt ?? run.updatedAt,
      by: run.requestedBy,
      subject: null,
      candidate: null,
      text: `${run.name}: ${status}. ${run.summary}`,
      details: { runId: run.id, kind: run.kind, status, requests, points, ...counts },
    },
    `${run.id}.finished`,
  );
}
