import EmptyState from '@atlaskit/empty-state';
import type { MySeat } from '../../../../../src/shared/contract';
import { useMySeats } from '../../api/my-seats';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { CardsSkeleton } from '../../components/skeletons';
import styles from './my-seat.module.css';
import { SeatCard } from './seat-card';

/** The seats of whoever looks, those with an open question first. */
export function MySeatPage() {
  const seats = useMySeats();
  return (
    <Page
      title="My Jira seat"
      lead="To work in Jira you hold a seat, which your organization pays for. Here you see yours, and tell your administrators whether you still need it."
    >
      <div className={styles.seats}>
        <Loaded query={seats} skeleton={<CardsSkeleton cards={1} height={200} />}>
          {(loaded) => <Seats seats={loaded.seats} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Seats({ seats }: { readonly seats: readonly MySeat[] }) {
  if (seats.length === 0)
    return (
      <EmptyState
        header="Nothing to do"
        headingLevel={2}
        description="You hold no seat that this app looks after. If you are ever asked about one, the question appears here."
      />
    );
  const isOpen = ({ question }: MySeat) => question?.state === 'asked';
  const ordered = [...seats.filter(isOpen), ...seats.filter((seat) => !isOpen(seat))];
  return ordered.map((seat) => <SeatCard key={`${seat.roleKey} ${seat.question?.number ?? ''}`} seat={seat} />);
}
