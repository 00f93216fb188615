import { grouped } from '../../static/admin/src/features/removal-candidates/grouped';
import { sortCandidates } from '../../static/admin/src/features/removal-candidates/sort-candidates';
import type { ListedCandidate } from '../../static/admin/src/features/removal-candidates/use-candidate-rows';

const row = (
  number: string,
  inactiveDays: number | null,
  state: ListedCandidate['state'] = 'Ready',
): ListedCandidate => ({
  number,
  accountId: `a-${number}`,
  roleKey: Number(number.slice(2)) % 2 === 0 ? 'jira-software' : 'jira-servicedesk',
  state,
  openedAt: `2026-11-0${number.slice(-1)}T09:00:00.000Z`,
  inactiveDays,
  settledAt: null,
  flag: null,
  justification: 'Low Usage',
  seatFreed: null,
  until: null,
  profileId: 'p',
});
const ROWS = [row('RC1', 70), row('RC2', null), row('RC3', 200), row('RC4', 70)];
const numbers = (rows: readonly ListedCandidate[]) => rows.map(({ number }) => number);

describe('the order of candidates', () => {
  it.each([
    ['inactive', 'descending', ['RC2', 'RC3', 'RC1', 'RC4']],
    ['__proto__', 'ascending', ['RC1', 'RC2', 'RC3', 'RC4']],
    ['inactive', 'ascending', ['RC1', 'RC4', 'RC3', 'RC2']],
    ['number', 'descending', ['RC4', 'RC3', 'RC2', 'RC1']],
    ['app', 'ascending', ['RC1', 'RC3', 'RC2', 'RC4']],
    ['opened', 'descending', ['RC4', 'RC3', 'RC2', 'RC1']],
    ['nothing known', 'ascending', ['RC1', 'RC2', 'RC3', 'RC4']],
  ] as const)('by %s, %s', (column, direction, wanted) => {
    expect(numbers(sortCandidates(ROWS, { column, direction }))).toEqual(wanted);
  });

  it('by savings, with what is not known last', () => {
    const costOf = (roleKey: string) =>
      roleKey === 'jira-software' ? ({ amount: 8, currency: 'USD', source: 'estimate' } as const) : undefined;
    const sorted = sortCandidates(ROWS, { column: 'savings', direction: 'descending' }, costOf);
    expect(numbers(sorted)).toEqual(['RC2', 'RC4', 'RC1', 'RC3']);
  });

  it('puts each under the heading of its state, Ready first, and hides those of a closed heading', () => {
    const rows = [row('RC5', 90, 'Closed Complete'), ...ROWS];
    const items = grouped(rows, new Set(['Ready']), { column: 'number', direction: 'ascending' });
    const said = items.map((item) => (item.kind === 'group' ? `${item.state} ${item.count}` : item.row.number));
    expect(said).toEqual(['Ready 4', 'RC1', 'RC2', 'RC3', 'RC4', 'Closed Complete 1']);
  });
});
