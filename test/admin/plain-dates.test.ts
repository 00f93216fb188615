import { format, isValid, lastDayOfMonth, parseISO } from '../../static/admin/src/atlaskit/plain-dates';

const DAY = "yyyy'-'LL'-'dd";
const TIME = "HH':'mm";

test.each(['2026-02-01', '2026-12-31', '2024-02-29'])(
  'the day %s is a day of this zone and is written as it was',
  (day) => {
    expect(format(parseISO(day), DAY)).toBe(day);
    expect(format(parseISO(day), TIME)).toBe('00:00');
  },
);

test('a time is of this zone unless it names another one', () => {
  expect(parseISO('2026-02-01T09:30')).toEqual(new Date(2026, 1, 1, 9, 30));
  expect(parseISO('2026-02-01T09:30+0530')).toEqual(new Date('2026-02-01T04:00:00Z'));
  const noon = new Date(2026, 1, 1, 12, 5);
  expect(parseISO(`2026-02-01T12:05${format(noon, 'xx')}`)).toEqual(noon);
});

test('a month ends on its last day', () => {
  expect(lastDayOfMonth(new Date(2024, 1, 3)).getDate()).toBe(29);
  expect(lastDayOfMonth(new Date(2026, 11, 31)).getDate()).toBe(31);
});

test('what is no date is told as such, and never written', () => {
  for (const text of ['', 'yesterday', '2026-13-01']) expect(isValid(parseISO(text))).toBe(false);
  expect(() => format(parseISO(''), DAY)).toThrow(RangeError);
  expect(() => format(new Date(2026, 1, 1), 'PPPP')).toThrow(RangeError);
});
