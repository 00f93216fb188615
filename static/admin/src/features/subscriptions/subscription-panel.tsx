import type { AccountId } from '../../../../../src/shared/contract';
import { Person } from '../../components/person';
import { PersonActivity } from '../../components/person-activity/person-activity';
import { Section } from '../../components/section';
import { SidePanel } from '../../components/side-panel';
import { AccountLozenge } from './account-kind';
import { ExcludePerson } from './exclude-person';
import { seatKey, type Seat } from './list/seat';
import { SeatDetails } from './seat-details';

interface SubscriptionPanelProps {
  readonly accountId: AccountId;
  readonly seats: readonly Seat[];
  readonly onClose: () => void;
}

/** One person: every seat they hold, when they used it, and why it is or isn't proposed for removal. */
export default function SubscriptionPanel({ accountId, seats, onClose }: SubscriptionPanelProps) {
  return (
    <SidePanel title={<Person accountId={accountId} withEmail />} label="Subscription details" onClose={onClose}>
      {seats[0] ? (
        <div>
          <AccountLozenge seat={seats[0]} />
        </div>
      ) : null}
      {seats.map((seat) => (
        <SeatDetails key={seatKey(seat)} seat={seat} />
      ))}
      {seats[0] ? (
        <Section title="Activity">
          <PersonActivity profileId={seats[0].source.profile.id} accountId={accountId} />
        </Section>
      ) : null}
      {seats.length > 0 && seats.every(({ excludedBy }) => excludedBy !== 'user') ? (
        <ExcludePerson accountId={accountId} />
      ) : null}
      {seats.length === 0 ? (
        <p>This person holds no seat in the latest download. They may have left the selected groups.</p>
      ) : null}
    </SidePanel>
  );
}
