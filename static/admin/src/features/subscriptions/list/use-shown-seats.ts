import { useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useDirectory } from '../../../api/directory';
import { knownPeople } from '../../../api/people';
import { useDay } from '../../../components/use-day';
import { usePeopleSearch } from '../../../components/use-people-search';
import type { AddressFilter } from '../use-address-filter';
import { filterSeats } from './filter';
import type { Seat } from './seat';
import { ranksOf, sortSeats, type Ranks } from './sort';

const NO_RANKS: Ranks = new Map();
const NO_SEATS: readonly Seat[] = [];

/** The seats that the address asks for, in its order. */
export function useShownSeats(seats: readonly Seat[] = NO_SEATS, { text, filter, sort }: AddressFilter) {
  const now = useDay();
  const people = usePeopleSearch(text);
  const { column, direction } = sort;
  const ranks = useNameRanks(column === 'person');
  const sorted = useMemo(() => sortSeats(seats, { column, direction }, ranks), [seats, column, direction, ranks]);
  return useMemo(() => filterSeats(sorted, filter, people, now), [sorted, filter, people, now]);
}

/** Places by name. To order everybody, everybody's name is needed: the directory is read when somebody sorts by it. */
function useNameRanks(isWanted: boolean): Ranks {
  const client = useQueryClient();
  const { people } = useDirectory(isWanted);
  // The directory is read through the client; its arrival is the reason to order again.
  return useMemo(() => (isWanted ? ranksOf(knownPeople(client)) : NO_RANKS), [isWanted, people, client]);
}
