import type { ActivityPreview, PublishPreview } from '../usecases/preview-publish';
import type { ActivityEstimate, PublishPreview as PublishPreviewView } from '../shared/contract';

/** Estimates as the pages show them, beside the points an hour allows. */
export function activityEstimateView({ issues, plan, estimate, hourlyBudget }: ActivityPreview): ActivityEstimate {
  const { requests, points, seconds } = estimate;
  return {
    issues,
    plan,
    estimatedRequests: requests,
    estimatedPoints: points,
    estimatedSeconds: seconds,
    hourlyBudget,
  };
}

export function publishPreviewView(preview: PublishPreview): PublishPreviewView {
  const { jobs, memberships } = preview;
  return { jobs, memberships, ...activityEstimateView(preview) };
}
