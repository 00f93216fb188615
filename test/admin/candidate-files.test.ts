import type { CandidateRow, RunResult, Savings } from '../../src/shared/contract';
import { listFile, type Named } from '../../static/admin/src/components/export/list-file';
import { candidateColumns } from '../../static/admin/src/features/removal-candidates/candidate-file-columns';
import { resultColumns } from '../../static/admin/src/features/removal-candidates/results-file-columns';
import type { ListedCandidate } from '../../static/admin/src/features/removal-candidates/use-candidate-rows';
import { profile } from './views';

const ROW: CandidateRow = {
  number: 'RC0000012',
  accountId: 'a-1',
  roleKey: 'jira-software',
  state: 'Closed Complete',
  openedAt: '2026-11-02T09:00:00.000Z',
  inactiveDays: 70,
  settledAt: '2026-11-03T09:00:00.000Z',
  flag: 'not-freed',
  until: null,
  justification: 'Unallocated',
  seatFreed: 'not-freed',
};
const HEADER = { format: 'license-management-test', exportedAt: '2026-11-23T09:30:00.000Z', filters: { app: 'x' } };
const cost: Savings = { amount: 8.6, currency: 'USD', source: 'estimate' };
const knowledge = { profiles: [profile({ displayName: '=cmd()' })], nameOf: () => 'Jira', costOf: () => cost };

const parsed = (text: string) =>
  text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

describe('a file of candidates', () => {
  const columns = candidateColumns(knowledge, []);
  const rows: Named<ListedCandidate>[] = [{ row: { ...ROW, profileId: 'p1' }, person: undefined }];

  it('has every fact of the list, and no text that a spreadsheet would run', () => {
    const { type, parts } = listFile('csv', columns, rows, HEADER);
    expect(type).toMatch(/^text\/csv/);
    const [head = [], line = []] = parsed(parts.join('').replace('\uFEFF', ''));
    const cells = Object.fromEntries(head.map((name, n) => [name, line[n]]));
    expect(cells).toMatchObject({
      Number: 'RC0000012',
      State: 'Closed Complete',
      Mark: 'Seat not freed',
      Profile: "'=cmd()",
      Justification: 'Unallocated',
      'Inactive days': '70',
      'Saves a month': '8.6',
      'Seat freed': 'Not freed',
      'Settled (UTC)': '2026-11-03T09:00:00.000Z',
    });
  });

  it('has the same columns for programs, and says what was asked for', () => {
    const file = JSON.parse(listFile('json', columns, rows, HEADER).parts.join('')) as Record<string, unknown>;
    expect(file).toMatchObject({ ...HEADER, version: 1 });
    const [first] = file['rows'] as Record<string, unknown>[];
    expect(Object.keys(first ?? {})).toEqual(columns.map(({ key }) => key));
    expect(first).toMatchObject({ number: 'RC0000012', profile: '=cmd()', inactiveDays: 70, waitsUntil: null });
  });
});

it('a file of results tells what happened with the names of groups', () => {
  const row: RunResult = { ...ROW, isRestorable: true, isRemoved: true, what: 'Putting back g-1 failed too.' };
  const say = (text: string) => text.replace('g-1', 'developers');
  const columns = resultColumns({ nameOf: () => 'Jira', say });
  const { rows } = JSON.parse(listFile('json', columns, [{ row, person: undefined }], HEADER).parts.join('')) as {
    rows: Record<string, unknown>[];
  };
  expect(rows).toEqual([
    expect.objectContaining({
      takenBackHere: 'yes',
      seatFreed: 'Not freed',
      what: 'Putting back developers failed too.',
    }),
  ]);
});
