import { CandidateRows, HolderRows } from '../../src/adapters/store/table-rows';

const HOLDER = ['account', [0, 2], 0, 9];
const CANDIDATE = ['account', 'jira-software', 'RC0000001', 1, 1_700_000_000_000, -1];
const LATER = [1_700_000_000_000, 1, 0, 2, 1, 1_700_000_000_000];

const without = (row: readonly unknown[], column: number) => row.filter((_, n) => n !== column);
const withColumn = (row: readonly unknown[], column: number, value: unknown) =>
  row.map((each, n) => (n === column ? value : each));

describe('rows of stored tables', () => {
  it.each([
    ['nobody', HolderRows, []],
    ['people', HolderRows, [HOLDER, ['other', [], 1_700_000_000_000, 0]]],
    ['candidates', CandidateRows, [CANDIDATE]],
    ['settled ones', CandidateRows, [[...CANDIDATE, ...LATER]]],
    ['ones with something of them only', CandidateRows, [[...CANDIDATE, 1_700_000_000_000]]],
    ['ones that lost more', CandidateRows, [[...CANDIDATE, ...LATER, 'jira-servicedesk']]],
  ])('of %s are read as they are', (_, schema, rows) => {
    expect(schema.parse(rows)).toEqual(rows);
  });

  it.each([null, {}, 'rows', { rows: [] }])('are refused where %j is stored', (stored) => {
    expect(HolderRows.safeParse(stored).success).toBe(false);
    expect(CandidateRows.safeParse(stored).success).toBe(false);
  });

  it('are refused whatever column is missing or is of another kind', () => {
    for (const [schema, row] of [
      [HolderRows, HOLDER],
      [CandidateRows, CANDIDATE],
    ] as const) {
      for (const column of row.keys()) {
        expect(schema.safeParse([row, without(row, column)]).success).toBe(false);
        expect(schema.safeParse([row, withColumn(row, column, null)]).success).toBe(false);
      }
      expect(schema.safeParse([row, null]).success).toBe(false);
    }
    expect(HolderRows.safeParse([[...HOLDER, 1]]).success).toBe(false);
    expect(HolderRows.safeParse([withColumn(HOLDER, 1, ['0'])]).success).toBe(false);
    expect(CandidateRows.safeParse([[...CANDIDATE, 'flag']]).success).toBe(false);
    expect(CandidateRows.safeParse([[...CANDIDATE, ...LATER, 5]]).success).toBe(false);
  });
});
