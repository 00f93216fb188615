import { platform } from '../ports/forge-globals';
import { onForge } from '../ports/platforms';
import { accountOf, pseudonymsIn } from '../../src/domain/privacy/pseudonym';
import { handleLifecycle } from '../../src/entry/lifecycle';
import { handleTick } from '../../src/entry/tick';

const app = (version: string) => ({ id: 'ari:cloud:ecosystem::app/a', version });
const INSTALLED = { id: 'i-1', installerAccountId: 'u-1', app: app('1.0.0') };
const UPGRADED = { id: 'i-1', upgraderAccountId: 'u-2', app: app('2.0.0') };

function fresh(installationId = 'i-1') {
  const stores = onForge();
  platform.installationId = installationId;
  const log = async () => {
    const { entries } = await stores.evidence.list({});
    const names = await stores.people.accountsOf(pseudonymsIn(entries));
    return entries.map(({ text, by }) => `${text} ${by && accountOf(by, names)}`).reverse();
  };
  return { ...stores, log };
}

afterEach(() => {
  platform.installationId = undefined;
});

test.each([
  ['with its type', { ...INSTALLED, eventType: 'avi:forge:installed:app' }],
  ['without one', INSTALLED],
])('an installed event %s begins the log once, however often it comes', async (_how, event) => {
  const { log, eventWatch, activitySettings } = fresh();
  for (let times = 0; times < 3; times += 1) expect(await handleLifecycle(event)).toBeUndefined();
  expect(await log()).toEqual(['App installed. u-1']);
  expect((await eventWatch.find())?.installed).toEqual({ installation: 'i-1', version: '1.0.0' });
  expect((await activitySettings.find()).viewsFrom).not.toBeNull();
});

test('two copies of it at the same moment are one installation', async () => {
  const { log } = fresh();
  await Promise.all([handleLifecycle(INSTALLED), handleLifecycle(INSTALLED)]);
  expect(await log()).toEqual(['App installed. u-1']);
});

test('an event that tells nothing at all begins the log, too', async () => {
  const { log } = fresh();
  await handleLifecycle(null);
  expect(await log()).toEqual(['App installed. null']);
});

test('where no event came the first tick begins the log, and a late event changes nothing', async () => {
  const { log, eventWatch } = fresh();
  await handleTick();
  await handleTick();
  const begun = await eventWatch.find();
  expect(begun?.installed?.installation).toBe('i-1');
  await handleLifecycle(INSTALLED);
  expect(await log()).toEqual(['App installed. null']);
  expect(await eventWatch.find()).toMatchObject({ since: begun?.since, flowsSince: null });
});

test.each([
  ['with its type', { ...UPGRADED, eventType: 'avi:forge:upgraded:app' }],
  ['without one', UPGRADED],
  ['that names nobody', { id: 'i-1', app: app('2.0.0') }],
])('an upgrade %s is recorded once, and not by an installed event that comes after it', async (_how, event) => {
  const { log, eventWatch } = fresh();
  await handleLifecycle(INSTALLED);
  const since = (await eventWatch.find())?.since;
  for (const each of [event, event, INSTALLED]) await handleLifecycle(each);
  expect(await log()).toEqual(['App installed. u-1', expect.stringMatching(/^App upgraded\./)]);
  expect(await eventWatch.find()).toMatchObject({ since, installed: { version: '2.0.0' } });
});

test('another installation over the same store begins anew', async () => {
  const { log } = fresh();
  await handleLifecycle(INSTALLED);
  platform.installationId = 'i-2';
  await handleLifecycle({ ...INSTALLED, installerAccountId: 'u-3' });
  expect(await log()).toEqual(['App installed. u-1', 'App installed. u-3']);
});

test('while the store is not ready it is asked for again; the tick does it when no retry is left', async () => {
  const logged = jest.spyOn(console, 'error').mockReturnValue(undefined);
  const { log } = fresh();
  platform.afterStore = () => {
    throw new Error('not ready');
  };
  expect(await handleLifecycle(INSTALLED)).toMatchObject({ retryOptions: { retryAfter: 30 } });
  expect(await handleLifecycle({ ...INSTALLED, retryContext: { retryCount: 4 } })).toBeUndefined();
  platform.afterStore = () => undefined;
  await handleTick();
  expect(await log()).toEqual(['App installed. null']);
  logged.mockRestore();
});
