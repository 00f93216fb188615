import { addEstimates, estimateActivity, estimateDownload, type CostEstimate } from '../domain/cost-estimate';
import type { ProfileId } from '../domain/identifiers';
import { DAY, wholeDays, type Instant } from '../domain/instant';
import { jobsOf } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';
import { countMemberships } from './count-memberships';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';

/** What reading activity from a date would cost. */
export type ActivityPreview = Pick<PublishPreview, 'issues' | 'estimate' | 'hourlyBudget'>;

export interface PublishPreview {
  readonly jobs: readonly string[];
  readonly memberships: number;
  readonly issues: number;
  readonly estimate: CostEstimate;
  /** Points that background work may use an hour. */
  readonly hourlyBudget: number;
}

type Needs = Pick<Ports, 'profiles' | 'directory' | 'activitySource' | 'clock' | 'settings'>;

/** What publishing would start and cost, from sizes alone. */
export async function previewPublish(input: { profileId: ProfileId }, ports: Needs): Promise<Outcome<PublishPreview>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const [memberships, activity] = await Promise.all([
    countMemberships(profile.groupIds, ports.directory),
    profile.downloadActivity ? estimateActivityFrom(profile.analyzeFrom, ports) : undefined,
  ]);
  const hourlyBudget = activity?.hourlyBudget ?? (await ports.settings.findPointBudget()).budgetPoints;
  const download = estimateDownload(memberships, profile.groupIds.length, hourlyBudget);
  return done({
    jobs: jobsOf({ ...profile, status: 'Published' }).map((job) => job.name),
    memberships,
    issues: activity?.issues ?? 0,
    estimate: activity ? addEstimates(download, activity.estimate, hourlyBudget) : download,
    hourlyBudget,
  });
}

/** What analyzing activity from a date would cost. */
export async function estimateActivityFrom(
  analyzeFrom: Instant,
  { activitySource, clock, settings }: Pick<Ports, 'activitySource' | 'clock' | 'settings'>,
): Promise<ActivityPreview> {
  const [issues, { budgetPoints }] = await Promise.all([
    activitySource.countIssues(analyzeFrom),
    settings.findPointBudget(),
  ]);
  const days = Math.max(1, wholeDays(analyzeFrom, clock.now() + DAY));
  return { issues, estimate: estimateActivity(issues, days, budgetPoints), hourlyBudget: budgetPoints };
}
