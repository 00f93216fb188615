import { askWhenThrottled, isReading } from '../../static/admin/src/api/when-throttled';
import { InvocationRates } from '../site/forge/functions/invocation-rates';

const rates = new InvocationRates(() => 0);
const refusals = Array.from({ length: 1_201 }, () => rates.refusalOf('somebody'));
const BRIDGE = 'Resolver calls are rate limited at 500req/25s';

/** Refuses so often, then answers; notes how long it was left alone each time. */
function platform(times: number, message: string) {
  const pauses: number[] = [];
  const ask = () => (pauses.length < times ? Promise.reject(new Error(message)) : Promise.resolve('answer'));
  return { pauses, answer: askWhenThrottled(ask, (milliseconds) => Promise.resolve(void pauses.push(milliseconds))) };
}

test.each([
  ['the platform', refusals.at(-1) ?? ''],
  ['the bridge', BRIDGE],
])('when %s is asked too often the page waits longer each time and asks again', async (_, message) => {
  const { pauses, answer } = platform(4, message);
  expect(await answer).toBe('answer');
  expect(pauses).toHaveLength(4);
  for (const [n, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(1_000 * 2 ** n);
    expect(pause).toBeLessThanOrEqual(1_250 * 2 ** n);
  }
});

test('the page gives up after half a minute, and at once after anything else', async () => {
  const patient = platform(9, BRIDGE);
  await expect(patient.answer).rejects.toThrow(BRIDGE);
  expect(patient.pauses).toHaveLength(5);
  const other = platform(1, 'Function resolver timed out after 25 s');
  await expect(other.answer).rejects.toThrow('timed out');
  expect(other.pauses).toEqual([]);
});

test('only what reads is asked again', () => {
  expect(['getOverview', 'listJobs', 'readSubscriptionBucket', 'previewRestore'].every(isReading)).toBe(true);
  expect(['reclaimNow', 'saveProfile', 'startReclaim', 'restoreNow', 'approveRequest'].some(isReading)).toBe(false);
});
