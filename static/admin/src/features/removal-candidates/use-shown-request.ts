import { useQueryClient } from '@tanstack/react-query';
import type { Output, ReclaimRequestView } from '../../../../../src/shared/contract';
import { useRefreshCandidate } from './use-refresh-candidate';

type Listed = Output<'listReclaimRequests'>;

/** Shows a request at once that was just made or decided: it is known already. */
export function useShownRequest(): (request: ReclaimRequestView) => void {
  const client = useQueryClient();
  const refresh = useRefreshCandidate();
  return (request) => {
    const key = ['listReclaimRequests', { profileId: request.profileId }];
    client.setQueryData<Listed>(key, (known) => {
      const others = known?.requests.filter(({ id }) => id !== request.id) ?? [];
      return { requests: [request, ...others] };
    });
    refresh();
  };
}
