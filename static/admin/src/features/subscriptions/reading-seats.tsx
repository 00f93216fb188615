import ProgressBar from '@atlaskit/progress-bar';
import { useFormat } from '../../components/format';
import type { Source } from './list/seat';
import type { SeatList } from './list/use-seats';

interface ReadingSeatsProps {
  readonly list: SeatList;
  readonly sources: readonly Source[];
}

/** How far a long list is, while its first seats can be used already. */
export function ReadingSeats({ list: { isComplete, isWaiting, error, share }, sources }: ReadingSeatsProps) {
  const format = useFormat();
  if (isComplete || error) return null;
  const all = sources.reduce((sum, { table }) => sum + table.seats, 0);
  const text = `Reading ${format.number(Math.round(share * all))} of ${format.count(all, 'seat', 'seats')}`;
  return (
    <div aria-busy="true">
      <p role="status">
        {text}
        {isWaiting ? '. Many people use the app now; we go on in a moment.' : ''}
      </p>
      <ProgressBar ariaLabel={text} value={share} />
    </div>
  );
}
