import { useMemo } from 'react';
import { useDay } from '../../../components/use-day';
import { usePeopleSearch } from '../../../components/use-people-search';
import type { AddressFilter } from '../use-address-filter';
import { filterSeats } from './filter';
import type { Seat } from './seat';
import type { SeatList } from './use-seats';
import { sortSeats } from './sort';
import { useNameRanks } from './use-name-ranks';
import { useReadyOrders } from './use-ready-orders';

const NO_SEATS: readonly Seat[] = [];

/** The seats that the address asks for, in its order. */
export function useShownSeats({ seats = NO_SEATS, isComplete }: SeatList, { text, filter, sort }: AddressFilter) {
  const now = useDay();
  const people = usePeopleSearch(text);
  const { column, direction } = sort;
  const ranks = useNameRanks(column === 'person');
  useReadyOrders(isComplete ? seats : undefined, ranks);
  const sorted = useMemo(() => sortSeats(seats, { column, direction }, ranks), [seats, column, direction, ranks]);
  return useMemo(() => filterSeats(sorted, filter, people, now), [sorted, filter, people, now]);
}
