import { useQueryClient } from '@tanstack/react-query';
import type { RunView } from '../../../../../src/shared/contract';

/** Shows a run that was just started at once: it is known already, and whoever started it waits for a sign of it. */
export function useShownRun(): (run: RunView) => void {
  const client = useQueryClient();
  return (run) => client.setQueryData(['getJobRun', { runId: run.id }], run);
}
