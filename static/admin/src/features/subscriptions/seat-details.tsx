import { ActivityText } from '../../components/activity-text';
import { isClosed } from '../../components/candidate-states';
import { useFormat } from '../../components/format';
import { GroupTags } from '../../components/group-tags';
import { Facts } from '../../components/layout';
import { ProposeSeat } from '../../components/propose-seat';
import { Section } from '../../components/section';
import { appOf, groupNamesOf, type Seat } from './list/seat';
import { heldSince } from './held-since';
import { SeatReasons } from './seat-reasons';

/** One seat: what gives it, how it was used, and what the rule makes of it. */
export function SeatDetails({ seat }: { readonly seat: Seat }) {
  const format = useFormat();
  const what = seat.activity.kind === 'seen' ? seat.activity.what : null;
  return (
    <Section title={appOf(seat).name}>
      <Facts
        facts={[
          { term: 'Last activity', value: <ActivityText activity={seat.activity} /> },
          ...(what ? [{ term: 'What', value: what }] : []),
          { term: 'Inactive days', value: seat.inactiveDays ?? '–' },
          { term: 'Holds the seat since', value: heldSince(seat, format) },
          { term: 'Because of groups', value: <GroupTags names={groupNamesOf(seat)} /> },
        ]}
      />
      <SeatReasons seat={seat} />
      {isProposable(seat) ? (
        <ProposeSeat profileId={seat.source.profile.id} accountId={seat.accountId} roleKey={appOf(seat).key} />
      ) : null}
    </Section>
  );
}

/** No open candidate yet, and not excluded. */
function isProposable({ candidate, excludedBy }: Seat): boolean {
  return excludedBy === null && (candidate === null || isClosed(candidate.state));
}
