import fc from 'fast-check';
import { dueForReading, type GroupCheck } from '../../src/domain/group-check';
import { beginReading, isSteady, nextPages, withPage } from '../../src/domain/group-reading';
import { DAY, HOUR } from '../../src/domain/instant';
import { withChanges } from '../../src/domain/membership-change';

const check = (groupId: string, readAt: number): GroupCheck => ({ groupId, others: 0, checkedAt: readAt, readAt });

describe('which groups are read completely today', () => {
  const together = Array.from({ length: 20 }, (_, n) => check(`g-${n}`, 0));

  test.each([
    [1, 0],
    [4, 0],
    [5, 7],
    [6, 10],
    [7, 20],
  ])('read together, nobody since: after %d days, %d of 20', (days, count) => {
    expect(dueForReading(together, days * DAY).size).toBe(count);
  });

  test('the oldest come first', () => {
    const checks = [check('young', 6 * DAY), check('old', 0), check('older', -HOUR)];
    expect([...dueForReading(checks, 7 * DAY - HOUR)]).toEqual(['older', 'old']);
  });

  test('with a run every day no group ever stays unread for more than 7 days, and no day reads them all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.integer({ min: 0, max: HOUR }), (count, drift) => {
        let checks = Array.from({ length: count }, (_, n) => check(`g-${n}`, 0));
        for (let day = 1; day <= 60; day += 1) {
          const now = day * DAY + (day % 2) * drift;
          const due = dueForReading(checks, now);
          if (count >= 10) expect(due.size).toBeLessThanOrEqual(Math.ceil(count / 2));
          checks = checks.map((each) => (due.has(each.groupId) ? check(each.groupId, now) : each));
          expect(Math.min(...checks.map(({ readAt }) => readAt))).toBeGreaterThanOrEqual(now - 7 * DAY);
        }
      }),
    );
  });
});

describe('one reading of a group', () => {
  const page = (members: number, total: number | null, nextStartAt: number | null) => ({
    members: Array.from({ length: members }),
    total,
    nextStartAt,
  });

  test('goes on side by side when the first page tells the size', () => {
    const first = withPage(beginReading('first', 0), 0, page(50, 180, 50));
    expect(first && nextPages(first, 20)).toEqual([50, 100, 150]);
    expect(first && nextPages(first, 2)).toEqual([50, 100]);
  });

  test.each([
    ['no size is told', beginReading('first', 0), null],
    ['it is the second', beginReading('first', 0, 2), 180],
  ])('goes page after page when %s', (_why, reading, total) => {
    const first = withPage(reading, 0, page(50, total, 50));
    expect(first && nextPages(first, 20)).toEqual([50]);
  });

  test('does not take a page that does not join up', () => {
    const first = withPage(beginReading('first', 0), 0, page(50, 180, 50));
    const short = first && withPage(first, 50, page(30, 180, 80));
    expect(short && withPage(short, 100, page(50, 180, 150))).toBeUndefined();
    expect(short && nextPages(short, 20)).toEqual([80, 130]);
  });

  test.each([
    ['all agree', [page(2, 4, 2), page(2, 4, null)], true],
    ['the size changed', [page(2, 4, 2), page(2, 5, null)], false],
    ['a member is missing', [page(2, 4, 2), page(1, 4, null)], false],
    ['no size is told', [page(2, null, 2), page(2, null, null)], false],
  ])('%s', (_what, pages, steady) => {
    let reading = beginReading('first', 0);
    for (const each of pages) reading = withPage(reading, reading.nextStartAt ?? -1, each) ?? reading;
    expect(isSteady(reading)).toBe(steady);
  });
});

test('repeating changes, and beginning earlier with true ones, changes nothing', () => {
  const change = fc.record({ accountId: fc.constantFrom('a', 'b', 'c'), joined: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change), fc.nat(5), (made, earlier) => {
      const changes = made.map((each, at) => ({ ...each, at, groupId: 'g' }));
      const after = withChanges([], changes);
      const moment = withChanges([], changes.slice(0, earlier));
      for (let since = 0; since <= earlier; since += 1)
        expect(withChanges(moment, changes.slice(since))).toEqual(after);
    }),
  );
});
