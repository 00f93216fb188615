import type { AccountId, ActivityBucket, SubscriptionRow } from '../../../../../../src/shared/contract';
import { isClosed } from '../../../components/candidate-states';
import { accountKindOf, silentDays, type Seat, type Source } from './seat';

/** What can be looked for; every field is a parameter of the address, null when it is not set. */
export interface SeatFilter {
  /** Text of a name, an e-mail address or an account id. */
  readonly q: string | null;
  readonly person: AccountId | null;
  readonly role: string | null;
  readonly group: string | null;
  /** How the rule sees the seat, or when it was last used. */
  readonly activity: string | null;
  /** Class of the last activity, or which other answer there is. */
  readonly kind: string | null;
  /** At least so many days without activity. */
  readonly days: string | null;
  readonly state: string | null;
  readonly excluded: string | null;
  /** `guest`, `service`, or `other` for everybody else. */
  readonly account: string | null;
}

export const FILTER_NAMES = [
  'q',
  'person',
  'role',
  'group',
  'activity',
  'kind',
  'days',
  'state',
  'excluded',
  'account',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** The filter that an address names. */
export function filterOf(params: URLSearchParams): SeatFilter {
  const of = (name: FilterName) => params.get(name) || null;
  return {
    q: of('q'),
    person: of('person'),
    role: of('role'),
    group: of('group'),
    activity: of('activity'),
    kind: of('kind'),
    days: of('days'),
    state: of('state'),
    excluded: of('excluded'),
    account: of('account'),
  };
}

/** Spans of the overview's chart, as the address writes them. */
export const SPANS: Readonly<Record<string, ActivityBucket['label']>> = {
  '0-30': '0–30',
  '30-60': '30–60',
  '60-90': '60–90',
  '90-120': '90–120',
  '120': '120+',
  none: 'None seen',
  never: 'Never used',
  unread: 'Unknown',
};

type Test = (seat: Seat) => boolean;

/**
 * The seats that pass a filter, in one pass with only the tests that are set. `people` are those whom the searched text stands
 * for, undefined when nothing is searched.
 */
export function filterSeats(
  seats: readonly Seat[],
  filter: Omit<SeatFilter, 'q'>,
  people: ReadonlySet<AccountId> | undefined,
  now: number,
): readonly Seat[] {
  const tests = testsOf(filter, now);
  if (people) tests.push(({ accountId }) => people.has(accountId));
  return tests.length === 0 ? seats : seats.filter((seat) => tests.every((test) => test(seat)));
}

function testsOf(filter: Omit<SeatFilter, 'q'>, now: number): Test[] {
  const { person, role, group, activity, kind, days, state, excluded, account } = filter;
  const tests: Test[] = [];
  if (excluded === 'hide') tests.push(({ excludedBy }) => excludedBy === null);
  if (excluded === 'only') tests.push(({ excludedBy }) => excludedBy !== null);
  if (person) tests.push(({ accountId }) => accountId === person);
  if (role) tests.push(roleTest(role));
  if (group) tests.push(groupTest(group));
  if (activity) tests.push(activityTest(activity));
  if (kind) tests.push(({ activity: last }) => (last.kind === 'seen' ? last.activityClass : last.kind) === kind);
  if (days) tests.push((seat) => (silentDays(seat, now) ?? -1) >= Number(days));
  if (state) tests.push(stateTest(state));
  if (account) tests.push((seat) => accountKindOf(seat) === account);
  return tests;
}

function roleTest(key: string): Test {
  const index = perSource(({ table }) => table.roles.findIndex((role) => role.key === key));
  return ({ source, role }) => role === index(source);
}

function groupTest(id: string): Test {
  const index = perSource(({ table }) => table.groups.findIndex((group) => group.id === id));
  return ({ source, groups }) => groups.includes(index(source));
}

function activityTest(wanted: string): Test {
  const span = SPANS[wanted];
  return span ? (seat) => seat.span === span : (seat) => seat.usage === wanted;
}

function stateTest(wanted: string): Test {
  const isWanted = ({ candidate }: SubscriptionRow) => {
    if (wanted === 'none') return candidate === null;
    if (wanted === 'open') return candidate !== null && !isClosed(candidate.state);
    return candidate?.state === wanted;
  };
  return isWanted;
}

/** Something of a table that is looked up once, not once a seat. */
export function perSource<Value>(find: (source: Source) => Value): (source: Source) => Value {
  const found = new Map<Source, Value>();
  return (source) => {
    let value = found.get(source);
    if (value === undefined) found.set(source, (value = find(source)));
    return value;
  };
}
