import fc from 'fast-check';
import { SeatMap, type Seat } from '../../src/usecases/seat-map';

const few = fc.constantFrom('a', 'b', 'a b', ' ');
const seat: fc.Arbitrary<Seat> = fc.record({ accountId: few, roleKey: few });

describe('a map of seats', () => {
  it('keeps the last of every person and application apart from all others', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(seat, fc.nat())), seat, (entries, asked) => {
        const map = new SeatMap<number>();
        for (const [each, value] of entries) map.set(each, value);
        const own = entries.filter(
          ([{ accountId, roleKey }]) => accountId === asked.accountId && roleKey === asked.roleKey,
        );
        expect(map.get(asked)).toBe(own.at(-1)?.[1]);
        expect(map.has(asked)).toBe(own.length > 0);
      }),
    );
  });
});
