import { withoutRepeats } from '../../static/admin/src/components/without-repeats';

it('says once what to do when it is the same for all', () => {
  expect(
    withoutRepeats([
      '“A” is too many. Look at it; or wait. Then go on.',
      '“B” is too many. Look at it; or wait. Then go on.',
    ]),
  ).toEqual(['“A” is too many.', '“B” is too many.', 'Look at it; or wait. Then go on.']);
});

it.each([
  [['“A” is too many. Wait.']],
  [['“A” is too many. Wait.', '“B” is too many. Look.']],
  [['Wait.', 'Wait.']],
  [[]],
])('leaves lines as they are that share no advice, or are nothing else: %j', (lines: string[]) => {
  expect(withoutRepeats(lines)).toEqual(lines);
});
