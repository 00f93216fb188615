/** So many people fit into an address. */
export const SELECTION_LIMIT = 200;

export interface ReclaimPlan {
  readonly profileId: string;
  readonly numbers: readonly string[] | 'all-ready';
  /** The request for approval that the page is about instead. */
  readonly requestId: string | null;
}

/** The address of a request for approval, from its preview to the run that it ends in. */
export function requestAddress(profileId: string, requestId: string): string {
  const params = new URLSearchParams({ profile: profileId, request: requestId });
  return `/removal-candidates/reclaim?${params.toString()}`;
}

/** The address of a preview; it says who, so it can be left, bookmarked and found again. */
export function reclaimAddress(profileId: string, numbers: ReclaimPlan['numbers']): string {
  const params = new URLSearchParams({
    profile: profileId,
    candidates: numbers === 'all-ready' ? numbers : numbers.join(','),
  });
  return `/removal-candidates/reclaim?${params.toString()}`;
}

/** What an address of a preview says. */
export function planOf(params: URLSearchParams): ReclaimPlan {
  const wanted = params.get('candidates') ?? '';
  return {
    profileId: params.get('profile') ?? '',
    numbers: wanted === 'all-ready' ? wanted : wanted.split(',').filter(Boolean),
    requestId: params.get('request'),
  };
}
