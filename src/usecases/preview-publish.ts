import { addEstimates, estimateActivity, estimateDownload, type CostEstimate } from '../domain/cost-estimate';
import type { ProfileId } from '../domain/identifiers';
import { DAY, wholeDays, type Instant } from '../domain/instant';
import { jobsOf } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';
import { countMemberships } from './count-memberships';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';

export interface PublishPreview {
  readonly jobs: readonly string[];
  readonly memberships: number;
  readonly issues: number;
  readonly estimate: CostEstimate;
}

type Needs = Pick<Ports, 'profiles' | 'directory' | 'activitySource' | 'clock'>;

/** What publishing would start and cost, from sizes alone. */
export async function previewPublish(input: { profileId: ProfileId }, ports: Needs): Promise<Outcome<PublishPreview>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const [memberships, activity] = await Promise.all([
    countMemberships(profile.groupIds, ports.directory),
    profile.downloadActivity ? estimateActivityFrom(profile.analyzeFrom, ports) : undefined,
  ]);
  const download = estimateDownload(memberships, profile.groupIds.length);
  return done({
    jobs: jobsOf({ ...profile, status: 'Published' }).map((job) => job.name),
    memberships,
    issues: activity?.issues ?? 0,
    estimate: activity ? addEstimates(download, activity.estimate) : download,
  });
}

/** What analyzing activity from a date would cost. */
export async function estimateActivityFrom(
  analyzeFrom: Instant,
  { activitySource, clock }: Pick<Ports, 'activitySource' | 'clock'>,
): Promise<{ issues: number; estimate: CostEstimate }> {
  const issues = await activitySource.countIssues(analyzeFrom);
  const days = Math.max(1, wholeDays(analyzeFrom, clock.now() + DAY));
  return { issues, estimate: estimateActivity(issues, days) };
}
