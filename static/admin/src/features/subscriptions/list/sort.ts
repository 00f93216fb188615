import type { AccountId, SubscriptionRow } from '../../../../../../src/shared/contract';
import type { People } from '../../../api/person';
import { STATES } from '../../../components/candidate-states';
import { fold } from '../../../api/fold';
import type { Sort } from '../../../components/sort-order';
import { perSource } from './filter';
import { accountKindOf, isSilent, type AccountKind, type Seat, type Source } from './seat';

/** What a column sorts by: a whole number from 0, small enough to be packed. */
type Key = (seat: Seat) => number;
/** Behind everything that has a place. */
const LAST = 10_000_000;
const ACCOUNTS: readonly AccountKind[] = ['guest', 'service', 'other'];
const USAGES = ['active', 'inactive', 'unknown'];
const KINDS = ['contribution', 'administration', 'view'];

/** The place of every known person by name; who is not known yet comes last. */
export type Ranks = ReadonlyMap<AccountId, number>;

/**
 * Seats in the wanted order. A column gives each seat one whole number; together with the seat's place it is packed into one
 * number, because plain numbers sort without a comparison function: 50,000 seats take a few milliseconds. What was sorted
 * once is remembered as long as the seats are.
 */
export function sortSeats(seats: readonly Seat[], { column, direction }: Sort, ranks: Ranks): readonly Seat[] {
  const places = orderOf(seats, column, ranks);
  const last = places.length - 1;
  return direction === 'ascending'
    ? Array.from(places, (place) => seats[place] as Seat)
    : Array.from(places, (_, index) => seats[places[last - index] as number] as Seat);
}

/** The places of the seats in ascending order of a column; found out once. */
export function orderOf(seats: readonly Seat[], column: string, ranks: Ranks): Uint32Array {
  let orders = known.get(seats);
  if (!orders) known.set(seats, (orders = new Map<string, Order>()));
  const order = orders.get(column);
  if (order && (column !== 'person' || order.ranks === ranks)) return order.places;
  const places = placesBy(column, seats, ranks);
  orders.set(column, { ranks, places });
  return places;
}

interface Order {
  /** What names were ordered by. */
  readonly ranks: Ranks;
  readonly places: Uint32Array;
}

/** Orders by column, for as long as somebody holds the seats they are of. */
const known = new WeakMap<readonly Seat[], Map<string, Order>>();

function placesBy(column: string, seats: readonly Seat[], ranks: Ranks): Uint32Array {
  const key = KEYS[Object.hasOwn(KEYS, column) ? column : 'state']?.(seats, ranks) ?? (() => 0);
  const packed = new Float64Array(seats.length);
  seats.forEach((seat, index) => {
    packed[index] = key(seat) * seats.length + index;
  });
  packed.sort();
  return Uint32Array.from(packed, (value) => value % seats.length);
}

/** Alphabetical places of names, without case and accents. */
export function ranksOf(people: People): Ranks {
  const sorted = [...people.values()].sort((a, b) => (a.folded < b.folded ? -1 : Number(a.folded > b.folded)));
  const ranks = new Map<AccountId, number>();
  for (const { accountId } of sorted) ranks.set(accountId, ranks.size);
  return ranks;
}

const KEYS: Readonly<Record<string, (seats: readonly Seat[], ranks: Ranks) => Key>> = {
  person:
    (_seats, ranks) =>
    ({ accountId }) =>
      ranks.get(accountId) ?? LAST,
  account: accountPlaces,
  app: (seats) => {
    const places = placesOf(seats, ({ table }) => table.roles);
    return ({ source, role }) => places(source)[role] ?? 0;
  },
  groups: (seats) => {
    const places = placesOf(seats, ({ table }) => table.groups);
    return ({ source, groups }) => places(source)[groups[0] ?? -1] ?? 0;
  },
  profile: profilePlaces,
  activity: () => secondsOf,
  inactive:
    () =>
    ({ activity, inactiveDays }) =>
      isSilent(activity) ? LAST : inactiveDays === null ? 0 : inactiveDays + 1,
  kind:
    () =>
    ({ activity }) =>
      activity.kind === 'seen' ? KINDS.indexOf(activity.activityClass) : KINDS.length,
  usage:
    () =>
    ({ usage }) =>
      USAGES.indexOf(usage),
  type: () => (seat) => ACCOUNTS.indexOf(accountKindOf(seat)),
  since:
    () =>
    ({ firstSeen }) =>
      seconds(firstSeen),
  excluded:
    () =>
    ({ excludedBy }) =>
      excludedBy === null ? 2 : excludedBy === 'user' ? 0 : 1,
  number:
    () =>
    ({ candidate }) =>
      candidate ? Number(candidate.number.replace(/\D/g, '')) : LAST,
  state:
    () =>
    ({ candidate }) =>
      candidate ? STATES.indexOf(candidate.state) : STATES.length,
};

/** The columns that the list can be sorted by. */
export const SORTED_BY: readonly string[] = Object.keys(KEYS);

function secondsOf({ activity }: SubscriptionRow): number {
  return activity.kind === 'seen' ? seconds(activity.at) : isSilent(activity) ? 1 : 0;
}

function seconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** For each source the alphabetical places of what its rows point to. */
function placesOf(seats: readonly Seat[], listed: (source: Source) => readonly { readonly name: string }[]) {
  const sources = [...new Set(seats.map(({ source }) => source))];
  const { compare } = new Intl.Collator();
  const names = [...new Set(sources.flatMap(listed).map(({ name }) => name))].sort(compare);
  const place = new Map(names.map((name, index) => [name, index]));
  return perSource((source) => listed(source).map(({ name }) => place.get(name) ?? 0));
}

/** Places of account ids: nearly every seat has another one. */
function accountPlaces(seats: readonly Seat[]): Key {
  const places = new Map<AccountId, number>();
  const sorted = seats.map((seat) => seat.accountId).sort();
  sorted.forEach((accountId, place) => places.set(accountId, place));
  return ({ accountId }) => places.get(accountId) ?? 0;
}

/** Places of profiles by name: there are a few. */
function profilePlaces(seats: readonly Seat[]): Key {
  const nameOf = ({ profile }: Source) => fold(profile.displayName);
  const names = [...new Set([...new Set(seats.map(({ source }) => source))].map(nameOf))].sort();
  const place = perSource((source) => names.indexOf(nameOf(source)));
  return ({ source }) => place(source);
}
