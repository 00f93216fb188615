import { OPERATOR } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { FakeBrowser } from '../fakes/fake-browser';
import { subscriptions } from '../fakes/final-state';
import { download, expected, pagesOfTheApp, published, readOn } from '../fakes/first-download';
import { handInMembers, type HandedInPage } from '../../src/usecases/hand-in-members';

describe('what is handed in', () => {
  async function claimed(people = 40) {
    const { world, profile } = await published(people);
    const browser = new FakeBrowser(world, OPERATOR);
    await browser.claim(profile.id);
    return { world, profile, browser };
  }
  const change = (pages: readonly HandedInPage[], fields: Partial<HandedInPage>) =>
    pages.map((page, n) => (n === 0 ? { ...page, ...fields } : page));

  test('twice counts once', async () => {
    const { world, profile, browser } = await claimed();
    const pages = await browser.read();
    await browser.handIn(pages);
    const { done } = browser.reading ?? {};
    expect(await browser.handIn(pages)).toMatchObject({ state: 'read', done });
    await readOn(browser);
    await deliverAll(world);
    expect(await subscriptions(world, profile.id)).toEqual(await expected());
  });

  test('of a group that is not in the run, or with one account twice, is refused as a whole', async () => {
    const { world, profile, browser } = await claimed();
    const pages = await browser.read();
    const [first] = pages;
    const member = { accountId: 'u-1', accountType: 'atlassian', active: true };
    const send = (fields: Partial<HandedInPage>) => {
      const { runId = '', token = '' } = browser.reading ?? {};
      return handInMembers({ runId, token, pages: change(pages, fields), caller: OPERATOR }, world.ports);
    };
    expect(first).toBeDefined();
    expect(await send({ groupId: 'g-outside' })).toMatchObject({ ok: false, code: 'bad-input' });
    expect(await send({ members: [member, member] })).toMatchObject({ ok: false, code: 'bad-input' });
    expect(await download(world, profile.id)).toMatchObject({ progress: { done: 0 } });
  });

  test('at another place or for another reading is left out', async () => {
    const { browser } = await claimed();
    const pages = await browser.read();
    expect(await browser.handIn(pages.map((page) => ({ ...page, startAt: page.startAt + 1 })))).toMatchObject({
      done: 0,
    });
    expect(await browser.handIn(pages.map((page) => ({ ...page, attempt: 2 })))).toMatchObject({
      done: 0,
      state: 'read',
    });
  });

  test('tells apps, customers and deactivated accounts from people as the app does', async () => {
    const { world, profile, browser } = await claimed();
    world.jira.addPerson('customer', ['g-software'], { accountType: 'customer' });
    await readOn(browser);
    await deliverAll(world);
    const list = await subscriptions(world, profile.id);
    expect(list?.rows.some(({ accountId }) => ['customer', 'app', 'u-deactivated'].includes(accountId))).toBe(false);
    expect(await download(world, profile.id)).toMatchObject({ counts: { skipped: 2 } });
  });

  const lies: readonly [string, (page: HandedInPage) => HandedInPage][] = [
    ['a member is left out', (page) => ({ ...page, members: page.members.slice(1) })],
    ['the size is smaller than it is', (page) => ({ ...page, total: page.members.length, isLast: true })],
    [
      'somebody is made up',
      (page) => ({ ...page, members: [...page.members.slice(1), stranger, { ...stranger, accountId: 'x' }] }),
    ],
    ['no size is told', (page) => ({ ...page, total: null, isLast: true })],
  ];
  const stranger = { accountId: 'made-up', accountType: 'atlassian', active: true };

  describe.each([
    ['with an audit log', true],
    ['without one', false],
  ])('%s', (_name, audited) => {
    test.each(lies)('when %s, the app reads itself and the list is right', async (_what, lie) => {
      const { world, profile, browser } = await claimed(400);
      if (!audited) world.jira.directoryLog = null;
      for (let part = 0; part < 200 && browser.reading?.state === 'read'; part += 1) {
        const pages = await browser.read();
        await browser.handIn(pages.map((page) => (page.groupId === 'g-software' ? lie(page) : page)));
      }
      await deliverAll(world);
      const run = await download(world, profile.id);
      expect([run.status, run.summary]).toEqual(['Complete', expect.any(String)]);
      expect(await subscriptions(world, profile.id)).toEqual(await expected(400));
    });
  });

  test('where Jira tells no sizes, proves nothing: the app reads itself', async () => {
    const { world, profile, browser } = await claimed();
    world.jira.alterPage = (page) => ({ ...page, total: null });
    for (let part = 0; part < 100 && browser.reading?.state === 'read'; part += 1) {
      await browser.handIn((await browser.read()).map((page) => ({ ...page, total: null })));
    }
    const pages = pagesOfTheApp(world);
    await deliverAll(world);
    expect(pages()).toBeGreaterThan(0);
    expect(await subscriptions(world, profile.id)).toEqual(await expected());
  });
});
