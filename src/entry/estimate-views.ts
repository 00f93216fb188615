import type { CostEstimate } from '../domain/cost-estimate';
import { DEFAULT_HOURLY_BUDGET } from '../domain/point-budget';
import type { PublishPreview } from '../usecases/preview-publish';
import type { ActivityEstimate, PublishPreview as PublishPreviewView } from '../shared/contract';

/** Estimates as the pages show them, beside the points an hour allows. */
function estimateView({ requests, points, seconds }: CostEstimate) {
  return {
    estimatedRequests: requests,
    estimatedPoints: points,
    estimatedSeconds: seconds,
    hourlyBudget: DEFAULT_HOURLY_BUDGET,
  };
}

export function activityEstimateView({
  issues,
  estimate,
}: {
  issues: number;
  estimate: CostEstimate;
}): ActivityEstimate {
  return { issues, ...estimateView(estimate) };
}

export function publishPreviewView({ jobs, memberships, issues, estimate }: PublishPreview): PublishPreviewView {
  return { jobs, memberships, issues, ...estimateView(estimate) };
}
