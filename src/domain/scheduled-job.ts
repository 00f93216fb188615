import type { IntegrationProfile } from './integration-profile';
import type { AccountId, RunId } from './identifiers';
import { isFinished, type JobKind, type JobRun } from './job-run';
import { DAY, type Instant } from './instant';

export interface ScheduledJob {
  readonly id: string;
  readonly profileId: string;
  readonly kind: JobKind;
  readonly name: string;
  readonly subflow: string;
}

/** Somebody stopped a job from starting by itself; until it is resumed only people start it. */
export interface JobPause {
  readonly jobId: string;
  readonly pausedBy: AccountId;
  readonly pausedAt: Instant;
}

/** Whose jobs belong to no profile. */
export const INSTALLATION = { id: 'installation', displayName: '' } as const;

/** The scheduled job of every installation: whatever is stored of people is reported. */
export function installationJob(): ScheduledJob {
  const kind = 'report';
  const id = jobId(INSTALLATION.id, kind);
  return { id, profileId: INSTALLATION.id, kind, name: jobName(kind, ''), subflow: SUBFLOWS[kind] };
}

/** The scheduled jobs of a profile: none while it is a draft; no Activity job when activity is not downloaded (S34). */
export function jobsOf(profile: IntegrationProfile): ScheduledJob[] {
  if (profile.status !== 'Published') return [];
  const kinds: JobKind[] = profile.downloadActivity ? ['download', 'activity', 'evaluate'] : ['download'];
  return kinds.map((kind) => ({
    id: jobId(profile.id, kind),
    profileId: profile.id,
    kind,
    name: jobName(kind, profile.displayName),
    subflow: SUBFLOWS[kind],
  }));
}

export function jobId(profileId: string, kind: JobKind): string {
  return `${profileId}.${kind}`;
}

/** The original's subflow names, where it has one. */
const SUBFLOWS: Readonly<Record<JobKind, string>> = {
  download: 'Jira Download Subscriptions',
  activity: 'Jira Update User Activity',
  evaluate: 'Identify removal candidates',
  reclaim: 'Jira Reclaim Subscription',
  restore: 'Restore reclaimed subscriptions',
  delete: 'Delete profile data',
  report: 'Report personal data',
  erase: 'Erase personal data',
};

export function jobName(kind: JobKind, displayName: string): string {
  switch (kind) {
    case 'download':
      return `SAM - Refresh ${displayName} Subscriptions`;
    case 'activity':
      return `SAM - Refresh ${displayName} Activity`;
    case 'evaluate':
      return `SAM - Identify new reclamation candidates (${displayName})`;
    case 'reclaim':
      return `SAM - Reclaim ${displayName} Subscriptions`;
    case 'restore':
      return `Restore reclaimed seats of ${displayName}`;
    case 'delete':
      return `Delete the data of ${displayName}`;
    case 'report':
      return 'Report stored accounts to Atlassian';
    case 'erase':
      return 'Erase people';
  }
}

/**
 * When the daily refresh is due: every 24 hours from publishing, at once after publishing. Turns that were missed are made
 * up for once. `lastCreatedAt`: when the newest download run was made.
 */
export function nextRefresh(profile: IntegrationProfile, lastCreatedAt: Instant | undefined): Instant | undefined {
  if (profile.status !== 'Published' || profile.publishedAt === null) return undefined;
  if (lastCreatedAt === undefined || lastCreatedAt < profile.publishedAt) return profile.publishedAt;
  const days = Math.floor((lastCreatedAt - profile.publishedAt) / DAY);
  return profile.publishedAt + (days + 1) * DAY;
}

/** The run that follows another one: decided by that one, so that it is started once however often it is tried. */
export function followerId(runId: RunId, kind: JobKind): RunId {
  return `${runId.slice(0, runId.lastIndexOf('.'))}.${kind}`;
}

/** Whether a run that ended so is followed by the next job: activity never runs on a download that is not complete. */
export function leadsOn({ kind }: Pick<JobRun, 'kind'>, status: JobRun['status']): boolean {
  return status === 'Complete' || (status === 'Partial' && kind !== 'download');
}

/**
 * Whether the turn of a job after `run` may have been missed, because it was paused or under way then: `run` leads on to it and nothing of
 * its kind was started since. `newest`: its newest run.
 */
export function mayBeMissed(run: JobRun | undefined, newest: JobRun | undefined): run is JobRun {
  if (!run || !isFinished(run) || !leadsOn(run, run.status)) return false;
  return newest === undefined || newest.createdAt < (run.finishedAt ?? run.updatedAt);
}

/** What follows a run in a profile's order: download → activity → evaluate. */
export function nextKind(kind: JobKind, profile: IntegrationProfile): JobKind | undefined {
  if (kind === 'download') return profile.downloadActivity ? 'activity' : undefined;
  return kind === 'activity' ? 'evaluate' : undefined;
}
