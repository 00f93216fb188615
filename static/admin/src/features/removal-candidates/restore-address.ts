export interface RestorePlanned {
  readonly profileId: string;
  /** The chosen candidates, or everybody whom a reclaim run removed. */
  readonly numbers: readonly string[] | null;
  readonly reclaimRunId: string | null;
  /** The run that restores them, once it was started. */
  readonly runId: string | null;
}

/** The address of a restore of everybody whom a run removed, or of some people. */
export function restoreAddress(plan: RestorePlanned): string {
  const params = new URLSearchParams({
    profile: plan.profileId,
    ...(plan.numbers ? { candidates: plan.numbers.join(',') } : {}),
    ...(plan.reclaimRunId === null ? {} : { of: plan.reclaimRunId }),
    ...(plan.runId === null ? {} : { run: plan.runId }),
  });
  return `/removal-candidates/restore?${params.toString()}`;
}

export function restorePlanOf(params: URLSearchParams): RestorePlanned {
  const numbers = params.get('candidates')?.split(',').filter(Boolean) ?? null;
  return {
    profileId: params.get('profile') ?? '',
    numbers,
    reclaimRunId: params.get('of'),
    runId: params.get('run'),
  };
}
