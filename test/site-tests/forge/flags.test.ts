import { parseDuration, parseInstant } from '../../site/control/duration';
import { parseFlags } from '../../site/flags';
import { StartError } from '../../site/start-error';

test('without flags the demo site is started', () => {
  expect(parseFlags([])).toMatchObject({
    port: undefined,
    empty: false,
    once: false,
    seats: 300,
    issues: 3000,
    seed: 1,
    sites: 1,
  });
});

test('every flag of the contract is understood', () => {
  const line =
    '--port 9000 --seats 5 --issues 6 --seed 7 --data a.gz --now 2026-01-01T00:00:00+02:00 --once --state s --sites 2';
  expect(parseFlags(line.split(' '))).toEqual({
    port: 9000,
    empty: false,
    once: true,
    seats: 5,
    issues: 6,
    seed: 7,
    data: 'a.gz',
    now: Date.UTC(2025, 11, 31, 22),
    state: 's',
    sites: 2,
  });
});

test.each([
  ['--prot 1', '--prot'],
  ['--port many', '--port takes a whole number'],
  ['--port 70000', 'up to 65535'],
  ['--seats -1', '--seats'],
  ['--issues 1.5', '--issues takes a whole number'],
  ['--now yesterday', '--now takes an ISO 8601 time'],
  ['--now 2026-01-01T00:00:00', 'with an offset'],
  ['--sites 0', '--sites takes at least 1'],
  ['--sites 21', 'up to 20'],
  ['--empty --once', 'exclude each other'],
  ['stray', 'stray'],
  ['--data', '--data'],
])('a wrong flag is one clear line: %s', (line, text) => {
  const start = () => parseFlags(line.split(' '));
  expect(start).toThrow(StartError);
  expect(start).toThrow(text);
  expect(start).not.toThrow(/\n/);
});

test.each([
  ['36h', 129_600_000],
  ['1d12h', 129_600_000],
  ['90s', 90_000],
  ['0m', 0],
])('%s is a duration', (text, expected) => expect(parseDuration(text)).toBe(expected));

test.each(['', '5', 'h', '5 h', '-5h', '1.5h'])('"%s" is no duration', (text) =>
  expect(parseDuration(text)).toBeUndefined(),
);

test('an instant needs an offset', () => {
  expect(parseInstant('2026-01-01T01:00:00+01:00')).toBe(Date.UTC(2026, 0, 1));
  expect(parseInstant('2026-01-01')).toBeUndefined();
  expect(parseInstant('2026-13-01T01:00:00Z')).toBeUndefined();
});

test.each(['2026-02-30', '2026-02-29', '2026-06-31', '2026-01-00'])('%s is no day', (date) => {
  expect(parseInstant(`${date}T00:00:00Z`)).toBeUndefined();
  expect(() => parseFlags(['--now', `${date}T00:00:00Z`])).toThrow(StartError);
});

test('the last day of a month is one', () =>
  expect(parseInstant('2028-02-29T23:00:00-02:00')).toBe(Date.UTC(2028, 2, 1, 1)));
