import { daysOf, freezeOf } from '../../static/admin/src/features/rules/freeze-days';

const FREEZE = { from: '2026-12-20T00:00:00.000Z', until: '2027-01-07T00:00:00.000Z' };
const ONE_DAY = { from: '2026-12-20T00:00:00.000Z', until: '2026-12-21T00:00:00.000Z' };

test.each([
  ['2026-12-20', '2027-01-06', FREEZE],
  ['2026-12-20', '', ONE_DAY],
  ['2026-12-20', '2026-12-01', ONE_DAY],
  ['', '2027-01-06', null],
])('from %s to %s', (from, last, freeze) => {
  expect(freezeOf(from, last)).toEqual(freeze);
});

test('are shown as they were chosen', () => {
  expect(daysOf(FREEZE)).toEqual({ from: '2026-12-20', last: '2027-01-06' });
  expect(daysOf(null)).toEqual({ from: '', last: '' });
});
