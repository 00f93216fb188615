import type { Coverage } from '../domain/activity';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { JobKind, JobRun } from '../domain/job-run';
import { isFinished } from '../domain/job-run';
import type { LicensePosition, PastPosition } from '../domain/license-position';
import { DAY, type Instant } from '../domain/instant';
import type { EventGap } from '../domain/product-events/event-gap';
import { jobsOf, type JobPause, type ScheduledJob } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { countStates, readCandidateTable } from './candidate-table';
import { isUndecided, readRequests, type ListedRequest } from './reclaim-requests';

type Needs = Pick<
  Ports,
  | 'profiles'
  | 'positions'
  | 'subscriptions'
  | 'activity'
  | 'candidates'
  | 'runs'
  | 'pauses'
  | 'rules'
  | 'reclaimRequests'
  | 'eventGaps'
  | 'clock'
>;
/** Older ones were made up for long ago. */
const GAPS_SHOWN = 6 * DAY;
const KINDS: readonly JobKind[] = ['download', 'activity', 'evaluate', 'reclaim', 'restore'];

/** A scheduled job that somebody paused. */
export interface PausedJob extends ScheduledJob {
  readonly pausedAt: Instant;
}

/** What the overview shows of one profile. */
export interface ProfileOverview {
  readonly profile: IntegrationProfile;
  readonly position: LicensePosition | undefined;
  readonly past: readonly PastPosition[];
  readonly generation: Generation | undefined;
  readonly coverage: Coverage | undefined;
  /** What is missing of the last days' product events, which all profiles share. */
  readonly eventGaps: readonly EventGap[];
  readonly candidatesReady: number;
  readonly attentionRequired: number;
  readonly keepRequests: number;
  /** Removals that wait for a second person. */
  readonly reclaimRequests: readonly ListedRequest[];
  readonly rulesToReview: number;
  readonly running: readonly JobRun[];
  readonly lastRuns: readonly JobRun[];
  readonly paused: readonly PausedJob[];
}

/** Everything the overview needs, in one call: published profiles first. */
export async function readOverview(ports: Needs): Promise<ProfileOverview[]> {
  const [profiles, pauses, eventGaps] = await Promise.all([
    ports.profiles.list(),
    ports.pauses.list(),
    ports.eventGaps.list(ports.clock.now() - GAPS_SHOWN),
  ]);
  const sorted = profiles.sort((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt);
  return Promise.all(sorted.map((profile) => readProfile(profile, pauses, eventGaps, ports)));
}

async function readProfile(
  profile: IntegrationProfile,
  pauses: readonly JobPause[],
  eventGaps: readonly EventGap[],
  ports: Needs,
): Promise<ProfileOverview> {
  const runs = await readLatestRuns(profile, ports);
  const [position, past, generation, coverage, lines, rules, requests] = await Promise.all([
    ports.positions.find(profile.id),
    ports.positions.listPast(profile.id),
    ports.subscriptions.findCurrent(profile.id),
    ports.activity.findCoverage(profile.id),
    readCandidateTable(profile.id, ports.candidates),
    ports.rules.list(profile.id),
    readRequests(profile.id, ports),
  ]);
  const states = countStates(lines);
  return {
    profile,
    position,
    past,
    generation,
    coverage,
    eventGaps,
    candidatesReady: states.Ready,
    attentionRequired: states['Attention Required'],
    keepRequests: states['Awaiting Approval'],
    reclaimRequests: requests.listed.filter(isUndecided),
    rulesToReview: rules.filter(({ review }) => review === null).length,
    running: runs.filter((run) => !isFinished(run)),
    lastRuns: runs.filter(isFinished),
    paused: jobsOf(profile).flatMap((job) => {
      const pause = pauses.find(({ jobId }) => jobId === job.id);
      return pause ? [{ ...job, pausedAt: pause.pausedAt }] : [];
    }),
  };
}

/**
 * Read before what the jobs write, and in the order in which one starts the next. So where nothing seems to run, everything
 * they brought is read afterwards: a page that stops looking then shows the last of it.
 */
async function readLatestRuns({ id }: IntegrationProfile, { runs }: Needs): Promise<JobRun[]> {
  const latest: JobRun[] = [];
  for (const kind of KINDS) {
    const run = await runs.findLatest(id, kind);
    if (run) latest.push(run);
  }
  return latest;
}

function rank(profile: IntegrationProfile): number {
  return profile.status === 'Published' ? 0 : 1;
}
