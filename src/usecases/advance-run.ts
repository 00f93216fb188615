import { nextHour } from '../domain/point-budget';
import {
  backOff,
  isFinished,
  MAX_ATTEMPTS,
  messageFor,
  READS_ONLY,
  type JobKind,
  type JobRun,
} from '../domain/job-run';
import { followerId, jobId, leadsOn, nextKind } from '../domain/scheduled-job';
import { MINUTE, type Instant } from '../domain/instant';
import type { Failure } from '../ports/failures';
import { isFailure } from '../ports/failures';
import type { JobMessage } from '../ports/job-queue';
import type { Ports } from '../ports/ports';
import { Burst, type Work } from './burst';
import { closeRun } from './close-run';
import { collectActivity } from './collect-activity';
import { deleteProfileData } from './delete-profile-data';
import { downloadSubscriptions } from './download-subscriptions';
import { evaluateRules } from './evaluate-rules';
import { reclaimCandidates } from './reclaim-candidates';
import { goOn, leaveAlone, pushDelayed, putToSleep } from './next-burst';
import { erasePeople } from './privacy/erase-people';
import { waitForErasure } from './privacy/erasing-alone';
import { reportPersonalData } from './privacy/report-personal-data';
import { restoreCandidates } from './restore-candidates';
import { whatStays } from './seat-change-run';
import { startOverdueReclaim } from './start-overdue-reclaim';
import { startRun } from './start-run';

const WORK: Readonly<Record<JobKind, Work>> = {
  download: downloadSubscriptions,
  activity: collectActivity,
  evaluate: evaluateRules,
  reclaim: reclaimCandidates,
  restore: restoreCandidates,
  delete: deleteProfileData,
  report: reportPersonalData,
  erase: erasePeople,
};

/** The consumer may work 900 s; the last minute is for writing down what was done. */
export const BURST_MS = 14 * MINUTE;

/** What the queue is told: the message is used up, or is to be delivered again later. */
export type Delivery = { readonly kind: 'done' } | { readonly kind: 'again'; readonly afterSeconds: number };
const DONE: Delivery = { kind: 'done' };

/**
 * Works on one message of a run. The next message is pushed before the run is committed: a crash between the two repeats a
 * burst, and a message that overtakes its run is asked for again. Bugs are thrown on, so that the platform retries.
 */
export async function advanceRun(message: JobMessage, ports: Ports): Promise<Delivery> {
  const run = await ports.runs.find(message.runId);
  const meaning = run ? messageFor(run, message.step) : 'drop';
  if (!run) return DONE;
  if (meaning === 'drop') {
    await closeRun(run, ports); // it may have been stopped after its last commit
    return DONE;
  }
  if (meaning === 'too-early') return { kind: 'again', afterSeconds: 5 };
  const now = ports.clock.now();
  if (run.resumesAt !== null && run.resumesAt > now) return sleep(run, run.resumesAt, ports);

  const burst = new Burst(run, ports, now + BURST_MS);
  try {
    const erasedUntil = await waitForErasure(run, ports);
    if (erasedUntil !== undefined) return await sleepFrom(burst, erasedUntil, 'People are being erased first.', ports);
    await ports.ledger.open();
    const result = await WORK[run.kind](burst, ports);
    if (result.kind === 'more') await goOn(burst, ports);
    else if (result.kind === 'later' && result.runs) await leaveAlone(burst, result.at, result.why, ports);
    else if (result.kind === 'later') return await sleepFrom(burst, result.at, result.why, ports);
    else await finish(burst, result.status, result.summary, ports);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return handleFailure(burst, error, ports);
  }
  return DONE;
}

async function finish(burst: Burst, status: JobRun['status'], summary: string, ports: Ports): Promise<void> {
  const { run } = burst;
  await startFollower(run, status, ports);
  if (run.kind === 'evaluate' && leadsOn(run, status)) await startOverdueReclaim(run, ports);
  await burst.checkpoint({ status, summary, finishedAt: ports.clock.now(), resumesAt: null, closed: false });
  const { requests, points, counts } = burst.run;
  ports.log.info('run finished', { run: run.id, status, requests, points, processed: counts.processed });
  await closeRun(burst.run, ports);
}

/** Download → activity → evaluate. A job that is paused or still under way misses its turn; the hourly tick makes up for it. */
async function startFollower(run: JobRun, status: JobRun['status'], ports: Ports): Promise<void> {
  if (!leadsOn(run, status)) return;
  const profile = await ports.profiles.find(run.profileId);
  const kind = profile?.status === 'Published' ? nextKind(run.kind, profile) : undefined;
  if (!profile || !kind) return;
  if ((await ports.pauses.list()).some((pause) => pause.jobId === jobId(profile.id, kind))) return;
  const id = followerId(run.id, kind);
  const newest = await ports.runs.findLatest(profile.id, kind);
  if (newest && newest.id !== id && !isFinished(newest)) return;
  await startRun({ id, profile, kind, cursor: null, requestedBy: run.requestedBy }, ports);
}

/** Tries before a refusal, or an answer that can't be understood, is a result. */
const MAX_DOUBTS = 4;

async function handleFailure(burst: Burst, failure: Failure, ports: Ports): Promise<Delivery> {
  const { run } = burst;
  ports.log.error('run hindered', { run: run.id, code: failure.code, operation: failure.details.operation ?? '' });
  const now = ports.clock.now();
  switch (failure.code) {
    case 'store-conflict':
      return afterConflict(run, ports);
    case 'points-spent':
      return sleepFrom(burst, failure.details.retryAt ?? nextHour(now), 'The hourly points are used up.', ports);
    case 'jira-busy':
    case 'jira-unavailable':
    case 'store-busy':
    case 'store-unavailable': {
      if (run.attempts + 1 >= MAX_ATTEMPTS) break;
      const until = Math.max(failure.details.retryAt ?? 0, now + backOff(run.attempts + 1));
      return sleepFrom(burst, until, `${failure.message} It will be tried again.`, ports, run.attempts + 1);
    }
    case 'jira-refused':
    case 'jira-rejected':
    case 'jira-not-found':
    case 'jira-changed': {
      // What Jira refuses to show now it may show in a few minutes; what it refuses to change is settled where it was asked.
      if (!READS_ONLY.has(run.kind) || run.attempts + 1 >= MAX_DOUBTS) break;
      const until = now + backOff(run.attempts + 1);
      return sleepFrom(burst, until, `${failure.message} It will be tried again.`, ports, run.attempts + 1);
    }
    default:
  }
  try {
    await finish(burst, 'Failed', `${failure.message} ${whatStays(run.kind)}`, ports);
    return DONE;
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return afterConflict(run, ports);
  }
}

/** Either another delivery of this message is ahead of us, or another record was changed at the same moment: try again. */
async function afterConflict(run: JobRun, ports: Ports): Promise<Delivery> {
  await ports.ledger.save(); // what the lost work cost was spent all the same
  const stored = await ports.runs.find(run.id);
  return stored && messageFor(stored, run.step) === 'work' ? { kind: 'again', afterSeconds: 5 } : DONE;
}

async function sleepFrom(
  burst: Burst,
  until: Instant,
  why: string,
  ports: Ports,
  attempts = burst.run.attempts,
): Promise<Delivery> {
  await putToSleep(burst, { until, why, attempts }, ports);
  return DONE;
}

async function sleep(run: JobRun, until: Instant, ports: Ports): Promise<Delivery> {
  const step = run.step + 1;
  await pushDelayed(run, step, until, ports);
  await ports.runs.replace({ ...run, step, updatedAt: ports.clock.now() });
  return DONE;
}
