import type { ReclamationRuleView, SubscriptionRow, SubscriptionTable } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useAnswer } from '../../api/queries';
import { ActivityText } from '../../components/activity-text';
import { useFormat } from '../../components/format';
import { GroupTags } from '../../components/group-tags';
import { Facts, Stack } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { TextSkeleton } from '../../components/skeletons';
import { CandidateLozenge } from '../../components/state-lozenges';
import { Timeline } from '../../components/timeline';
import { WHY_EXCLUDED } from './exclusion-text';
import { thresholdOf, usageOf } from './subscription-list';

interface SeatDetailsProps {
  readonly seat: SubscriptionRow;
  readonly table: SubscriptionTable;
  readonly rules: readonly ReclamationRuleView[];
}

/** One seat: what gives it, how it was used, and what the rule makes of it. */
export function SeatDetails({ seat, table, rules }: SeatDetailsProps) {
  const format = useFormat();
  const now = useNow();
  const role = table.roles[seat.role];
  const what = seat.activity.kind === 'seen' ? seat.activity.what : null;
  return (
    <Section title={role?.name ?? 'Unknown app'}>
      <Facts
        facts={[
          { term: 'Last activity', value: <ActivityText activity={seat.activity} /> },
          ...(what ? [{ term: 'What', value: what }] : []),
          { term: 'Inactive days', value: seat.inactiveDays ?? '–' },
          { term: 'Holds the seat since', value: format.date(seat.firstSeen) },
          {
            term: 'Because of groups',
            value: <GroupTags names={seat.groups.map((index) => table.groups[index]?.name ?? 'Unknown group')} />,
          },
        ]}
      />
      {seat.excludedBy ? (
        <p>
          {WHY_EXCLUDED[seat.excludedBy]} <RouteLink to="/exclusions">Exclusions</RouteLink>
        </p>
      ) : null}
      {seat.candidate ? (
        <CandidateReasons number={seat.candidate.number} />
      ) : seat.excludedBy ? null : (
        <p>{keepReason(seat, thresholdOf(role?.key ?? '', rules), now)}</p>
      )}
    </Section>
  );
}

/** Why a seat is not proposed for removal. */
function keepReason(seat: SubscriptionRow, threshold: number, now: number): string {
  const { activity, inactiveDays } = seat;
  if (activity.kind === 'unknown') return `Not proposed for removal: activity could not be read. ${activity.because}`;
  if (inactiveDays !== null && inactiveDays < threshold)
    return `Not proposed for removal: active ${inactiveDays} days ago, and the rule waits for ${threshold} days.`;
  if (usageOf(seat, threshold, now) === 'unknown')
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
