import fc from 'fast-check';
import { toPerson } from '../../static/admin/src/api/person';
import { filterOf, filterSeats, FILTER_NAMES } from '../../static/admin/src/features/subscriptions/list/filter';
import { jointCoverage } from '../../static/admin/src/features/subscriptions/list/joint-coverage';
import { joined, type Seat } from '../../static/admin/src/features/subscriptions/list/seat';
import { ranksOf, sortSeats } from '../../static/admin/src/features/subscriptions/list/sort';
import { listedProfiles } from '../../static/admin/src/components/listed-profiles';
import { daysAgo, fresh, idle, seat, silent, source, unread } from './seats';
import { NOW, profile } from './views';

const SEATS: readonly Seat[] = [
  seat('busy'),
  seat('agent', { role: 1, groups: [1] }),
  idle('quiet', 45),
  idle('gone', 75, { candidate: { number: 'RC0000007', state: 'Ready' } }),
  idle('long-gone', 130, { candidate: { number: 'RC0000003', state: 'Closed Canceled' } }),
  idle('kept', 200, { excludedBy: 'user' }),
  silent('never', 60),
  silent('new', 10),
  unread('unread'),
  fresh('fresh'),
];

const ids = (seats: readonly Seat[]) => seats.map(({ accountId }) => accountId);
const found = (query: string, people?: ReadonlySet<string>) =>
  ids(filterSeats(SEATS, filterOf(new URLSearchParams(query)), people, NOW));

test.each([
  ['', ids(SEATS)],
  ['role=jira-servicedesk', ['agent']],
  ['role=unheard-of', []],
  ['group=g-desk', ['agent']],
  ['person=quiet', ['quiet']],
  ['activity=active', ['busy', 'agent', 'quiet']],
  ['activity=inactive', ['gone', 'long-gone', 'kept', 'never']],
  ['activity=unknown', ['new', 'unread', 'fresh']],
  ['activity=unread', ['new', 'unread']],
  ['activity=never', ['fresh']],
  ['activity=30-60', ['quiet']],
  ['activity=120', ['long-gone', 'kept']],
  ['activity=none', ['never']],
  ['kind=contribution', ['busy', 'agent']],
  ['kind=view', ['quiet', 'gone', 'long-gone', 'kept']],
  ['kind=none-since', ['never', 'new']],
  ['kind=never', ['fresh']],
  ['kind=unknown', ['unread']],
  ['days=60', ['gone', 'long-gone', 'kept', 'never']],
  ['days=75', ['gone', 'long-gone', 'kept']],
  ['days=0', ['busy', 'agent', 'quiet', 'gone', 'long-gone', 'kept', 'never', 'new', 'fresh']],
  ['state=open', ['gone']],
  ['state=Closed Canceled', ['long-gone']],
  ['state=none', ['busy', 'agent', 'quiet', 'kept', 'never', 'new', 'unread', 'fresh']],
  ['excluded=only', ['kept']],
  ['activity=inactive&excluded=hide', ['gone', 'long-gone', 'never']],
  ['activity=inactive&kind=view&days=100&excluded=hide', ['long-gone']],
])('the address %s lists %j', (query, expected) => {
  expect(found(query)).toEqual(expected);
});

test('a searched text leaves only the people it stands for', () => {
  expect(found('', new Set(['gone', 'nobody']))).toEqual(['gone']);
  expect(found('activity=active', new Set())).toEqual([]);
});

test('activity that could not be read is never counted in days', () => {
  expect(found('days=0')).not.toContain('unread');
});

test('every filter leaves out seats and adds none', () => {
  const query = fc.record(
    Object.fromEntries(
      FILTER_NAMES.map((name) => [name, fc.constantFrom('', 'inactive', 'open', '60', 'hide', 'view')]),
    ),
  );
  fc.assert(
    fc.property(query, (values) => {
      const params = new URLSearchParams(values);
      const some = filterSeats(SEATS, filterOf(params), undefined, NOW);
      expect(SEATS).toEqual(expect.arrayContaining([...some]));
    }),
  );
});

const sorted = (column: string, direction: 'ascending' | 'descending' = 'ascending') =>
  ids(sortSeats(SEATS, { column, direction }, new Map()));

test.each([
  ['inactive', ['unread', 'busy', 'agent', 'quiet', 'gone', 'long-gone', 'kept', 'never', 'new', 'fresh']],
  ['app', [...ids(SEATS).filter((id) => id !== 'agent'), 'agent']],
  ['groups', ['agent', ...ids(SEATS).filter((id) => id !== 'agent')]],
  ['account', [...ids(SEATS)].sort()],
  ['usage', ['busy', 'agent', 'quiet', 'gone', 'long-gone', 'kept', 'never', 'new', 'unread', 'fresh']],
  ['number', ['long-gone', 'gone', ...ids(SEATS).filter((id) => !/gone/.test(id))]],
  ['state', ['gone', 'long-gone', ...ids(SEATS).filter((id) => !/gone/.test(id))]],
  ['excluded', ['kept', ...ids(SEATS).filter((id) => id !== 'kept')]],
])('sorts by %s', (column, expected) => {
  expect(sorted(column)).toEqual(expected);
  expect(sorted(column, 'descending')).toEqual([...expected].reverse());
});

test('guests and service accounts can be looked for and sorted together', () => {
  const seats = [seat('member'), seat('robot', { serviceAccount: true }), seat('visitor', { guest: true })];
  const of = (account: string) => ids(filterSeats(seats, filterOf(new URLSearchParams({ account })), undefined, NOW));
  expect([of('guest'), of('service'), of('other')]).toEqual([['visitor'], ['robot'], ['member']]);
  const order = sortSeats(seats, { column: 'type', direction: 'ascending' }, new Map());
  expect(ids(order)).toEqual(['visitor', 'robot', 'member']);
});

test('sorting by a name goes by letters without case and accents; who is not known comes last', () => {
  const person = (accountId: string, displayName: string) => toPerson({ accountId, displayName });
  const people = [person('gone', 'zoe'), person('busy', 'Álvaro'), person('kept', 'alba'), person('quiet', 'Bo')];
  const ranks = ranksOf(new Map(people.map((each) => [each.accountId, each])));
  const order = ids(sortSeats(SEATS, { column: 'person', direction: 'ascending' }, ranks));
  expect(order.slice(0, 4)).toEqual(['kept', 'busy', 'quiet', 'gone']);
});

test('sorting loses nobody and repeats nobody', () => {
  const columns = [
    'person',
    'account',
    'app',
    'groups',
    'activity',
    'kind',
    'inactive',
    'usage',
    'since',
    'unheard-of',
  ];
  for (const column of columns) expect(new Set(sorted(column))).toEqual(new Set(ids(SEATS)));
});

test('a seat that two profiles read is listed once, as the older profile counts it', () => {
  const [older, younger] = [source('older'), source('younger')];
  const ofOlder = [seat('both', { source: older }), seat('one', { source: older })];
  const ofYounger = [seat('both', { source: younger }), seat('both', { source: younger, role: 1 })];
  const list = joined([ofOlder, ofYounger], 2);
  expect(list.map(({ accountId, role, source: { profile: of } }) => [accountId, role, of.id])).toEqual([
    ['both', 0, 'older'],
    ['one', 0, 'older'],
    ['both', 1, 'younger'],
  ]);
});

test('roles and groups of different tables are found by what they are, not by their place', () => {
  const other = source('p2', { roles: [{ key: 'jira-servicedesk', name: 'Service Management' }] });
  const seats = [seat('here'), seat('there', { source: other, role: 0 })];
  const list = filterSeats(seats, filterOf(new URLSearchParams('role=jira-servicedesk')), undefined, NOW);
  expect(ids(list)).toEqual(['there']);
  expect(ids(sortSeats(seats, { column: 'app', direction: 'descending' }, new Map()))).toEqual(['there', 'here']);
});

test('activity of several tables is covered only where all of them are', () => {
  const coverage = (from: number, gaps: string[]) => ({
    coverage: {
      from: daysAgo(from),
      to: daysAgo(1),
      complete: gaps.length === 0,
      gaps,
      limits: gaps.map((text) => ({ kind: 'search-warning' as const, text })),
      viewsFrom: daysAgo(from),
    },
  });
  expect(jointCoverage([source('a', coverage(60, [])), source('b', coverage(30, ['x']))])).toEqual({
    from: daysAgo(30),
    to: daysAgo(1),
    complete: false,
    gaps: ['x'],
    limits: [{ kind: 'search-warning', text: 'x' }],
    viewsFrom: daysAgo(30),
  });
  expect(jointCoverage([source('a'), source('b', { coverage: null })])).toBeNull();
});

test('lists the profile of the address, else all published ones, else the first draft', () => {
  const all = [
    profile({ id: 'draft' }),
    profile({ id: 'one', status: 'Published' }),
    profile({ id: 'two', status: 'Published' }),
  ];
  const listed = (wanted: string | null, from = all) => listedProfiles(from, wanted).map(({ id }) => id);
  expect(listed('draft')).toEqual(['draft']);
  expect(listed(null)).toEqual(['one', 'two']);
  expect(listed('deleted')).toEqual(['one', 'two']);
  expect(listed(null, all.slice(0, 1))).toEqual(['draft']);
});
