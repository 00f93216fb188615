import { useEffect } from 'react';
import type { Seat } from './seat';
import { orderOf, SORTED_BY, type Ranks } from './sort';

/** Safari can't tell when the page has nothing to do. */
const whenIdle: (work: () => void) => void =
  'requestIdleCallback' in window ? (work) => requestIdleCallback(work) : (work) => setTimeout(work, 200);

/** Finds every order of a complete list, one at a time while the page has nothing else to do: a click finds it there. */
export function useReadyOrders(seats: readonly Seat[] | undefined, ranks: Ranks): void {
  useEffect(() => {
    if (!seats) return undefined;
    let isWanted = true;
    const columns = [...SORTED_BY];
    const prepareNext = () => {
      const column = columns.pop();
      if (!isWanted || column === undefined) return;
      orderOf(seats, column, ranks);
      whenIdle(prepareNext);
    };
    whenIdle(prepareNext);
    return () => {
      isWanted = false;
    };
  }, [seats, ranks]);
}
