import { useAnswer } from '../../api/queries';
import { Stack } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { RouteLink } from '../../components/route-link';
import { TextSkeleton } from '../../components/skeletons';
import { CandidateLozenge } from '../../components/state-lozenges';
import { Timeline } from '../../components/timeline';
import { WHY_EXCLUDED } from './exclusion-text';
import { appOf, type Seat } from './list/seat';

/** Why a seat is, or is not, proposed for removal. */
export function SeatReasons({ seat }: { readonly seat: Seat }) {
  return (
    <>
      {seat.excludedBy ? (
        <p>
          {WHY_EXCLUDED[seat.excludedBy]} <RouteLink to="/exclusions">Exclusions</RouteLink>
        </p>
      ) : null}
      {seat.candidate ? (
        <CandidateReasons number={seat.candidate.number} />
      ) : seat.excludedBy ? null : (
        <KeepReason seat={seat} />
      )}
    </>
  );
}

function KeepReason({ seat }: { readonly seat: Seat }) {
  const rules = useAnswer('listReclamationRules', { profileId: seat.source.profile.id }).data?.rules ?? [];
  const rule = rules.find(({ roleKey }) => roleKey === appOf(seat).key);
  return <p>{keepReason(seat, rule?.lastActivityThresholdDays)}</p>;
}

function keepReason({ activity, inactiveDays, usage }: Seat, threshold: number | undefined): string {
  if (activity.kind === 'unknown') return `Not proposed for removal: activity could not be read. ${activity.because}`;
  if (threshold !== undefined && inactiveDays !== null && inactiveDays < threshold)
    return `Not proposed for removal: active ${inactiveDays} days ago, and the rule waits for ${threshold} days.`;
  if (threshold !== undefined && usage === 'unknown')
    return `Not proposed for removal: nothing was seen, but not yet for ${threshold} days.`;
  return 'Not proposed for removal: a rule keeps this seat, or the next daily run has yet to look at it.';
}

function CandidateReasons({ number }: { readonly number: string }) {
  const candidate = useAnswer('getCandidate', { number });
  return (
    <Loaded query={candidate} skeleton={<TextSkeleton />}>
      {({ state, because, attention, timeline }) => (
        <Stack>
          <p>
            <RouteLink to={`/removal-candidates/${number}`}>{number}</RouteLink> <CandidateLozenge state={state} />
          </p>
          <p>{because}</p>
          {attention ? <p>{attention}</p> : null}
          <Timeline events={timeline} />
        </Stack>
      )}
    </Loaded>
  );
}
