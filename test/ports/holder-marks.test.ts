import fc from 'fast-check';
import { fromMarks, marksOf } from '../../src/adapters/store/holder-marks';

const traits = fc.option(fc.record({ guest: fc.boolean(), serviceAccount: fc.boolean() }));

test('what a packed row says about a person comes back', () => {
  fc.assert(
    fc.property(fc.record({ administrator: fc.boolean(), traits }), (marked) => {
      expect(fromMarks(marksOf(marked))).toEqual(marked);
    }),
  );
});

test.each([
  [0, { administrator: false, traits: null }],
  [1, { administrator: true, traits: null }],
])('a row from before there were such marks (%d) says nothing about the account', (marks, marked) => {
  expect(fromMarks(marks)).toEqual(marked);
});
