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
  readonly profile: IntegrationProfile;
  readonly kind: JobKind;
  readonly cursor: unknown;
  readonly requestedBy: AccountId | null;
}

/** Makes a run and pushes its first message; a run with this id that exists already is answered instead. */
export async function startRun(input: StartRun, ports: Needs): Promise<JobRun> {
  const existing = await ports.runs.find(input.id);
  if (existing) return existing;
  const number = `JOB${String(await ports.counters.reserve('run', 1)).padStart(7, '0')}`;
  const { id, kind, cursor, requestedBy, profile } = input;
  const name = jobName(kind, profile.displayName);
  const run = newRun({ id, number, profileId: profile.id, kind, name, cursor, requestedBy }, ports.clock.now());
  await ports.runs.create(run);
  await ports.runs.markLatest(run);
  await ports.queue.push({ runId: id, step: 0 }, laneOf(run));
  ports.log.info('run started', { run: id, kind });
  return run;
}

/** Starts the daily refresh that was due at `dueAt`; a duplicate of the trigger finds the run there already. */
export function startRefresh(
  input: { profile: IntegrationProfile; dueAt: Instant; requestedBy: AccountId | null },
  ports: Needs,
): Promise<JobRun> {
  const { profile, dueAt, requestedBy } = input;
  return startRun(
    { id: `${profile.id}.${dueAt}.download`, profile, kind: 'download', cursor: null, requestedBy },
    ports,
  );
}

/** Runs of one profile work one after the other. */
export function laneOf(run: Pick<JobRun, 'profileId'>): string {
  return `profile-${run.profileId}`;
}
