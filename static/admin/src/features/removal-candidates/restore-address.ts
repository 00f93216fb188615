export interface RestorePlanned {
  readonly profileId: string;
  /** The chosen candidates, or everybody whom a reclaim run removed. */
  readonly numbers: readonly string[] | null;
  readonly reclaimRunId: string | null;
}

/** The address of the preview of a restore: of everybody whom a run removed, or of some people. */
export function restoreAddress(plan: RestorePlanned): string {
  const params = new URLSearchParams({
    profile: plan.profileId,
    ...(plan.numbers ? { candidates: plan.numbers.join(',') } : {}),
    ...(plan.reclaimRunId === null ? {} : { of: plan.reclaimRunId }),
  });
  return `/removal-candidates/restore?${params.toString()}`;
}

export function restorePlanOf(params: URLSearchParams): RestorePlanned {
  const numbers = params.get('candidates')?.split(',').filter(Boolean) ?? null;
  return { profileId: params.get('profile') ?? '', numbers, reclaimRunId: params.get('of') };
}
