import { useQueryClient } from '@tanstack/react-query';

/** What a change of a candidate shows on. */
const STALE = [
  'getCandidate',
  'getDecisionCard',
  'candidate-rows',
  'worklist',
  'subscription-rows',
  'getOverview',
  'getSafetyGate',
  'listEvidence',
  'run-results',
  'listChosenCandidates',
  'listReclaimRequests',
  'preview',
  'previewRestore',
];

/** Reads again what a change of a candidate shows on. */
export function useRefreshCandidate(): () => void {
  const client = useQueryClient();
  return () => {
    for (const stale of STALE) void client.invalidateQueries({ queryKey: [stale] });
  };
}
