import { InvocationRates } from '../../site/forge/functions/invocation-rates';
import { ADMIN } from './fake-jira';
import { MINUTE, startFixture, type Fixture } from './fixture';

let now = 0;
let rates: InvocationRates;
beforeEach(() => {
  now = 0;
  rates = new InvocationRates(() => now);
});

/** How many of so many calls are refused, `everyMs` apart. */
function refused(calls: number, everyMs: number, by: (n: number) => string): number {
  let count = 0;
  for (let n = 0; n < calls; n += 1, now += everyMs) if (rates.refusalOf(by(n)) !== undefined) count += 1;
  return count;
}

test('one person calls the app 1,200 times a minute', () => {
  expect(refused(1_300, 10, () => 'a')).toBe(100);
  expect(rates.refusalOf('b')).toBeUndefined();
  now = MINUTE;
  expect(rates.refusalOf('a')).toBeUndefined();
});

test('an installation is called 300 times a second', () => {
  expect(refused(400, 0, (n) => `person ${n}`)).toBe(100);
  now = 1_000;
  expect(rates.refusalOf('a')).toBeUndefined();
});

test('an installation is called 7,000 times a minute', () => {
  expect(refused(7_500, 5, (n) => `person ${n % 20}`)).toBe(500);
});

describe('on a site', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.host.stop());

  test('what is over the limit is refused before the function runs; the background is not counted', async () => {
    await fixture.value('count');
    const answers = await Promise.all(Array.from({ length: 650 }, () => fixture.call('echo', {}, ADMIN)));
    const over = answers.filter((answer) => !answer.ok);
    expect(over.length).toBeGreaterThanOrEqual(50);
    expect(over[0]).toMatchObject({ error: { name: 'TOO_MANY_REQUESTS' } });
    expect(fixture.meters.read().functions['resolver']?.invocations).toBe(651 - over.length);
    expect(await fixture.host.trigger('hourly')).toMatchObject({ success: true });
  });
});
