import { useQueryClient } from '@tanstack/react-query';

/** Reads again what exclusion rules change on the pages. */
export function useRefreshExclusions(): () => void {
  const client = useQueryClient();
  return () => {
    for (const stale of ['listExclusions', 'subscription-rows']) void client.invalidateQueries({ queryKey: [stale] });
  };
}
