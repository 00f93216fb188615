import { Why } from '../../components/decision-card';
import { Stack } from '../../components/layout';
import { RouteLink } from '../../components/route-link';
import { CandidateLozenge } from '../../components/state-lozenges';
import { WHY_EXCLUDED } from './exclusion-text';
import { appOf, type Seat } from './list/seat';

/** Why a seat is, or is not, proposed for removal. */
export function SeatReasons({ seat }: { readonly seat: Seat }) {
  const { candidate, excludedBy, accountId, source } = seat;
  return (
    <Stack>
      {candidate ? (
        <p>
          <RouteLink to={`/removal-candidates/${candidate.number}`}>{candidate.number}</RouteLink>{' '}
          <CandidateLozenge state={candidate.state} />
        </p>
      ) : null}
      {excludedBy ? (
        <p>
          {WHY_EXCLUDED[excludedBy]} <RouteLink to="/exclusions">Exclusions</RouteLink>
        </p>
      ) : null}
      <Why profileId={source.profile.id} accountId={accountId} roleKey={appOf(seat).key} />
    </Stack>
  );
}
