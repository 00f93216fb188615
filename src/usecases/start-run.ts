import type { AccountId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { newRun, type JobKind, type JobRun } from '../domain/job-run';
import { jobName } from '../domain/scheduled-job';
import type { Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';

type Needs = Pick<Ports, 'runs' | 'counters' | 'queue' | 'clock' | 'log'>;

export interface StartRun {
  /** Decided by the caller so that starting twice is starting once. */
  readonly id: string;
  readonly profile: Pick<IntegrationProfile, 'id' | 'displayName'>;
  readonly kind: JobKind;
  readonly cursor: unknown;
  readonly requestedBy: AccountId | null;
}

/**
 * Makes a run and pushes its first message. A run with this id that exists already is answered instead; one that has not begun
 * is pushed once more, because whoever made it may have been stopped before the push.
 */
export async function startRun(input: StartRun, ports: Needs): Promise<JobRun> {
  const run = (await ports.runs.find(input.id)) ?? (await makeRun(input, ports));
  if (run.status !== 'Queued') return run;
  await ports.runs.markLatest(run);
  await ports.queue.push({ runId: run.id, step: run.step }, laneOf(run));
  ports.log.info('run started', { run: run.id, kind: run.kind });
  return run;
}

async function makeRun({ profile, ...fields }: StartRun, ports: Needs): Promise<JobRun> {
  const number = `JOB${String(await ports.counters.reserve('run', 1)).padStart(7, '0')}`;
  const name = jobName(fields.kind, profile.displayName);
  const run = newRun({ ...fields, number, profileId: profile.id, name }, ports.clock.now());
  if (await ports.runs.create(run)) return run;
  return (await ports.runs.find(run.id)) ?? run; // a twin was faster
}

/** Starts the daily refresh that was due at `dueAt`; a duplicate of the trigger finds the run there already. */
export function startRefresh(
  input: { profile: IntegrationProfile; dueAt: Instant; requestedBy: AccountId | null },
  ports: Needs,
): Promise<JobRun> {
  const { profile, dueAt, requestedBy } = input;
  return startRun({ id: refreshId(profile, dueAt), profile, kind: 'download', cursor: null, requestedBy }, ports);
}

/** The download of the daily refresh that was due at `dueAt`. */
export function refreshId({ id }: Pick<IntegrationProfile, 'id'>, dueAt: Instant): string {
  return `${id}.${dueAt}.download`;
}

/** Runs of one profile work one after the other, and so does everything that writes the activity table. */
export function laneOf(run: Pick<JobRun, 'profileId' | 'kind'>): string {
  return WRITES_ACTIVITY.has(run.kind) ? 'activity' : `profile-${run.profileId}`;
}

/** People are erased from the table of activity too, and a run that is at it must not put them back. */
const WRITES_ACTIVITY: ReadonlySet<JobKind> = new Set(['activity', 'report', 'erase']);
