import type { Overview } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/route-link';

/** Says that a removal waits for a second person. */
export function ApprovalDecision({ id, profileId, seats }: Overview['reclaimRequests'][number]) {
  const format = useFormat();
  const address = new URLSearchParams({ profile: profileId, request: id });
  return (
    <li>
      <RouteLink to={`/removal-candidates/reclaim?${address.toString()}`}>
        {format.count(seats, 'removal waits', 'removals wait')} for approval
      </RouteLink>
      : somebody other than who asked decides.
    </li>
  );
}
