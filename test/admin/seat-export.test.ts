import { toPerson } from '../../static/admin/src/api/person';
import { exportColumns, exportRecord } from '../../static/admin/src/features/subscriptions/export/lines';
import type { Seat } from '../../static/admin/src/features/subscriptions/list/seat';
import { daysAgo, idle, seat, silent } from './seats';

const cells = (of: Seat, withNames = false) => {
  const person = toPerson({ accountId: of.accountId, displayName: 'Ana', emailAddress: 'ana@example.com' });
  const line = { seat: of, person: withNames ? person : undefined, ref: null };
  return Object.fromEntries(exportColumns(withNames).map(({ header, value }) => [header, value(line)]));
};

test('a line for spreadsheets says everything that is known of a seat', () => {
  const gone = idle('gone', 75, { guest: true, candidate: { number: 'RC0000007', state: 'Ready' } });
  expect(cells(gone)).toEqual({
    'Account id': 'gone',
    Guest: 'yes',
    'Service account': 'no',
    'Application key': 'jira-software',
    Application: 'Jira',
    Groups: 'jira-users',
    'First seen (UTC)': daysAgo(100),
    Activity: 'seen',
    'Last activity (UTC)': daysAgo(75),
    What: 'Viewed a work item',
    Class: 'view',
    'None since (UTC)': null,
    'Inactive days': 75,
    State: 'inactive',
    Excluded: 'no',
    'Excluded by rule for': null,
    Candidate: 'RC0000007',
    'Candidate state': 'Ready',
    Profile: 'Profile p1',
  });
});

test('silence has no days; an excluded seat says by which kind of rule; names come only when wanted', () => {
  expect(cells(silent('never', 60))).toMatchObject({ 'Inactive days': null, 'None since (UTC)': daysAgo(60) });
  expect(cells(seat('kept', { excludedBy: 'user' }))).toMatchObject({
    Excluded: 'yes',
    'Excluded by rule for': 'Person',
  });
  expect(cells(seat('named'), true)).toMatchObject({ Name: 'Ana', 'E-mail': 'ana@example.com' });
  expect(cells(seat('unnamed'))).not.toHaveProperty('Name');
});

test('a record for programs has the same facts', () => {
  const robot = seat('robot', { serviceAccount: true, excludedBy: 'identifier' });
  expect(exportRecord({ seat: robot, person: undefined, ref: 'A-1' }, false)).toEqual({
    accountId: 'robot',
    guest: false,
    serviceAccount: true,
    applicationKey: 'jira-software',
    application: 'Jira',
    groups: ['jira-users'],
    firstSeen: daysAgo(100),
    activity: { ...robot.activity, ref: 'A-1' },
    inactiveDays: 0,
    state: 'active',
    excluded: true,
    excludedBy: 'identifier',
    candidate: null,
    profile: { id: 'p1', name: 'Profile p1' },
  });
});
