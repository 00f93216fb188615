import { useQueryClient } from '@tanstack/react-query';

const STALE = ['getCandidate', 'candidate-rows', 'subscription-rows', 'getOverview', 'listEvidence', 'preview'];

/** Reads again what a change of a candidate shows on. */
export function useRefreshCandidate(): () => void {
  const client = useQueryClient();
  return () => {
    for (const stale of STALE) void client.invalidateQueries({ queryKey: [stale] });
  };
}
