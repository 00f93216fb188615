import { MINUTE, HOUR, SECOND } from '../../src/domain/instant';
import { claimDownload } from '../../src/usecases/claim-download';
import { cursorOf, type DownloadCursor } from '../../src/usecases/download-cursor';
import { findBrowserDownload } from '../../src/usecases/find-browser-download';
import { OPERATOR } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { FakeBrowser } from '../fakes/fake-browser';
import { subscriptions } from '../fakes/final-state';
import { deliverOne, download, expected, pagesOfTheApp, published, readOn } from '../fakes/first-download';

const OTHER = 'u-other-administrator';

test('a browser reads everything, the app asks for sizes only, and the list is the same', async () => {
  const { world, profile } = await published();
  const pages = pagesOfTheApp(world);
  const browser = new FakeBrowser(world, OPERATOR);
  expect(await browser.claim(profile.id)).toMatchObject({ state: 'read', done: 0, total: null });
  await readOn(browser);
  expect(browser.reading).toMatchObject({ state: 'check', places: [], handedIn: browser.requests });
  await deliverAll(world);
  const run = await download(world, profile.id);
  expect(run).toMatchObject({ status: 'Complete' });
  expect(run.summary).toContain(`Through the administrator’s browser: ${browser.requests} requests.`);
  expect(await browser.handIn([])).toMatchObject({ state: 'finished', status: 'Complete' });
  expect(await subscriptions(world, profile.id)).toEqual(await expected());
  expect(pages()).toBe(0);
  expect(world.subscriptions.garbage()).toEqual([]);
});

test('published with the browser reading, the background does not begin', async () => {
  const { world, profile } = await published();
  const pages = pagesOfTheApp(world);
  const run = await download(world, profile.id);
  await world.leases.hold({ runId: run.id, token: 't', accountId: OPERATOR, until: world.clock.now() + 2 * MINUTE });
  await deliverOne(world);
  expect(await download(world, profile.id)).toMatchObject({ status: 'Waiting', cursor: null });
  const browser = new FakeBrowser(world, OPERATOR);
  await browser.claim(profile.id);
  await readOn(browser);
  await deliverAll(world);
  expect(await subscriptions(world, profile.id)).toEqual(await expected());
  expect(pages()).toBe(0);
});

test.each([
  ['tells that it stops', true],
  ['is closed without a word', false],
])('a browser that %s leaves the rest to the background, which reads nothing again', async (_how, isTold) => {
  const { world, profile } = await published(200);
  const alone = await published(200);
  const pagesAlone = pagesOfTheApp(alone.world);
  await deliverAll(alone.world);
  const pages = pagesOfTheApp(world);
  const browser = new FakeBrowser(world, OPERATOR);
  await browser.claim(profile.id);
  await browser.handIn(await browser.read());
  await browser.handIn(await browser.read());
  const left = world.clock.now();
  if (isTold) expect(await browser.release()).toBe(true);
  await deliverAll(world);
  const run = await download(world, profile.id);
  expect(run.status).toBe('Complete');
  if (!isTold) expect((run.finishedAt ?? 0) - left).toBeLessThanOrEqual(3 * MINUTE);
  expect(pages() + browser.requests).toBe(pagesAlone());
  expect(await subscriptions(world, profile.id)).toEqual(await subscriptions(alone.world, alone.profile.id));
  expect(await browser.handIn(browser.last)).toMatchObject({ state: 'finished' });
});

test('while a browser reads, no burst does, however long it takes', async () => {
  const { world, profile } = await published(200);
  const pages = pagesOfTheApp(world);
  const browser = new FakeBrowser(world, OPERATOR);
  await browser.claim(profile.id);
  for (let minute = 0; minute < 10; minute += 1) {
    world.clock.advance(MINUTE);
    await browser.handIn([]);
    await deliverOne(world);
    expect(await download(world, profile.id)).toMatchObject({ status: 'Running', resumesAt: null });
  }
  expect(pages()).toBe(0);
  await readOn(browser);
  await deliverAll(world);
  expect(pages()).toBe(0);
});

test('another person’s browser is refused while one reads, and takes over when that one is silent', async () => {
  const { world, profile } = await published(200);
  const [first, second] = [new FakeBrowser(world, OPERATOR), new FakeBrowser(world, OTHER)];
  await first.claim(profile.id);
  const late = await first.read();
  const refused = await claimDownload({ profileId: profile.id, caller: OTHER }, world.ports);
  expect(refused).toMatchObject({ ok: false, code: 'refused' });
  world.clock.advance(2 * MINUTE);
  expect(await second.claim(profile.id)).toMatchObject({ state: 'read' });
  expect(await first.handIn(late)).toMatchObject({ state: 'taken', done: 0 });
  expect(await first.release()).toBe(false);
  await readOn(second);
  await deliverAll(world);
  expect(await subscriptions(world, profile.id)).toEqual(await expected(200));
});

test('the caller’s second tab takes over at once; what the first still hands in is left out', async () => {
  const { world, profile } = await published(200);
  const [old, tab] = [new FakeBrowser(world, OPERATOR), new FakeBrowser(world, OPERATOR)];
  await old.claim(profile.id);
  await old.handIn(await old.read());
  const late = await old.read();
  await tab.claim(profile.id);
  expect(tab.reading?.done).toBe(old.reading?.done);
  expect(await old.handIn(late)).toMatchObject({ state: 'taken' });
  await readOn(tab);
  await deliverAll(world);
  expect(await subscriptions(world, profile.id)).toEqual(await expected(200));
});

test('after a silence the background has gone on: the browser is told, and may claim again', async () => {
  const { world, profile } = await published(400);
  const browser = new FakeBrowser(world, OPERATOR);
  await browser.claim(profile.id);
  await browser.handIn(await browser.read());
  const late = await browser.read();
  world.clock.advance(3 * MINUTE);
  expect(await browser.handIn(late)).toMatchObject({ state: 'ended' });
  await browser.claim(profile.id);
  await readOn(browser);
  await deliverAll(world);
  expect((await download(world, profile.id)).status).toBe('Complete');
});

test('a burst at work is let finish its piece first', async () => {
  const { world, profile } = await published(200);
  const run = await download(world, profile.id);
  const browser = new FakeBrowser(world, OPERATOR);
  await world.runs.replace({ ...run, status: 'Running', updatedAt: world.clock.now() });
  expect(await browser.claim(profile.id)).toMatchObject({ state: 'wait', places: [] });
  expect(await browser.handIn([])).toMatchObject({ state: 'wait' });
  await deliverOne(world);
  expect(await browser.handIn([])).toMatchObject({ state: 'read' });
  await readOn(browser);
  await deliverAll(world);
  expect(await subscriptions(world, profile.id)).toEqual(await expected(200));
});

test('a run that waits for the next hour’s points is finished by a browser before that hour', async () => {
  const { world, profile } = await published(200);
  world.ledger.spentUp = true;
  await deliverOne(world);
  expect(await download(world, profile.id)).toMatchObject({ status: 'Waiting' });
  world.ledger.spentUp = false;
  const browser = new FakeBrowser(world, OPERATOR);
  const began = world.clock.now();
  await browser.claim(profile.id);
  await readOn(browser);
  await deliverAll(world);
  const run = await download(world, profile.id);
  expect(run.status).toBe('Complete');
  expect(world.ledger.allowed).toBeGreaterThan(0);
  expect((run.finishedAt ?? 0) - began).toBeLessThan(HOUR / 2);
});

test('without an audit log a browser reads twice, as the app would', async () => {
  const { world, profile } = await published();
  world.jira.directoryLog = null;
  const pages = pagesOfTheApp(world);
  const browser = new FakeBrowser(world, OPERATOR);
  await browser.claim(profile.id);
  await readOn(browser);
  expect(browser.reading?.state).toBe('check');
  await deliverOne(world);
  expect(await browser.handIn([])).toMatchObject({ state: 'read' });
  await readOn(browser);
  await deliverAll(world);
  expect(await subscriptions(world, profile.id)).toEqual(await expected());
  expect(pages()).toBe(0);
});

test('on a day on which nothing has to be read there is nothing for a browser', async () => {
  const { world, profile } = await published();
  await deliverAll(world);
  expect(await findBrowserDownload(profile.id, world.ports)).toBeUndefined();
  expect(await claimDownload({ profileId: profile.id, caller: OPERATOR }, world.ports)).toMatchObject({ ok: false });
});

test('an offer says how much is left, and who reads', async () => {
  const { world, profile } = await published(200);
  expect(await findBrowserDownload(profile.id, world.ports)).toBeUndefined();
  const browser = new FakeBrowser(world, OPERATOR);
  await browser.claim(profile.id);
  expect(await findBrowserDownload(profile.id, world.ports)).toMatchObject({
    requests: null,
    reader: { accountId: OPERATOR },
  });
  await browser.handIn(await browser.read());
  const { run, requests } = (await findBrowserDownload(profile.id, world.ports)) ?? {};
  const { done = 0, total = 0 } = run?.progress ?? {};
  expect(requests).toBeGreaterThanOrEqual(((total ?? 0) - done) / 3);
  await browser.release();
  world.clock.advance(SECOND);
  expect(await findBrowserDownload(profile.id, world.ports)).toMatchObject({ requests, reader: null });
});

test('the place of a run that began before browsers could read is understood', () => {
  const before = {
    form: 2,
    generationId: 'p.1',
    roles: [],
    groups: [
      { id: 'g', name: 'g', selected: true, administrators: false, reading: { attempt: 1, nextStartAt: 50 } },
      { id: 'h', name: 'h', selected: true, administrators: false, reading: null },
    ],
    chunks: 2,
    settlements: 1,
    ready: null,
  };
  expect(cursorOf({ cursor: before })).toMatchObject({
    form: 3,
    generationId: 'p.1',
    parts: ['0', '1'],
    yielded: false,
    browserPages: 0,
    groups: [{ reading: { attempt: 1, nextStartAt: 50, handedIn: false } }, { reading: null }],
  } satisfies Partial<Record<keyof DownloadCursor, unknown>>);
  expect(cursorOf({ cursor: { form: 1 } })).toBeUndefined();
});
