import { addEstimates, estimateActivity, estimateDownload, type CostEstimate } from '../domain/cost-estimate';
import type { ProfileId } from '../domain/identifiers';
import { DAY, wholeDays, type Instant } from '../domain/instant';
import { jobsOf } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';
import { countMemberships } from './count-memberships';
import { expectedSearch, type ExpectedSearch } from './estimate-search';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';

/** What reading activity from a date would cost. */
export interface ActivityPreview {
  readonly issues: number;
  /** How the first run would search; it decides anew when the cheaper sources have spoken. Null: activity is not read. */
  readonly plan: ExpectedSearch['kind'] | null;
  readonly estimate: CostEstimate;
  /** Points that background work may use an hour. */
  readonly hourlyBudget: number;
}

export interface PublishPreview extends ActivityPreview {
  readonly jobs: readonly string[];
  readonly memberships: number;
}

type Needs = Pick<Ports, 'profiles' | 'directory' | 'activitySource' | 'clock' | 'settings'>;

/** What publishing would start and cost, from sizes alone. */
export async function previewPublish(input: { profileId: ProfileId }, ports: Needs): Promise<Outcome<PublishPreview>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const [memberships, issues, { budgetPoints: hourlyBudget }] = await Promise.all([
    countMemberships(profile.groupIds, ports.directory),
    profile.downloadActivity ? ports.activitySource.countIssues(profile.analyzeFrom) : undefined,
    ports.settings.findPointBudget(),
  ]);
  const download = estimateDownload(memberships, profile.groupIds.length, hourlyBudget);
  const sizes = { issues: issues ?? 0, people: memberships, days: daysSince(profile.analyzeFrom, ports) };
  const activity = issues === undefined ? undefined : activityPreview(sizes, hourlyBudget);
  return done({
    jobs: jobsOf({ ...profile, status: 'Published' }).map((job) => job.name),
    memberships,
    issues: sizes.issues,
    plan: activity?.plan ?? null,
    estimate: activity ? addEstimates(download, activity.estimate, hourlyBudget) : download,
    hourlyBudget,
  });
}

/** What analyzing activity from a date would cost, for everybody who holds a seat. */
export async function estimateActivityFrom(
  analyzeFrom: Instant,
  ports: Pick<Ports, 'activitySource' | 'directory' | 'clock' | 'settings'>,
): Promise<ActivityPreview> {
  const [issues, roles, { budgetPoints }] = await Promise.all([
    ports.activitySource.countIssues(analyzeFrom),
    ports.directory.listRoles(),
    ports.settings.findPointBudget(),
  ]);
  const people = Math.max(0, ...roles.map((role) => role.usedSeats));
  return activityPreview({ issues, people, days: daysSince(analyzeFrom, ports) }, budgetPoints);
}

function activityPreview(
  { issues, people, days }: { issues: number; people: number; days: number },
  hourlyBudget: number,
): ActivityPreview {
  const search = expectedSearch(issues, people);
  return {
    issues,
    plan: search.kind,
    estimate: estimateActivity(search[search.kind], days, hourlyBudget),
    hourlyBudget,
  };
}

function daysSince(from: Instant, { clock }: Pick<Ports, 'clock'>): number {
  return Math.max(1, wholeDays(from, clock.now() + DAY));
}
