import { NAVIGATION } from '../../static/admin/src/navigation';
import { allCandidates, asAdministrator, onlyProfile } from '../end-to-end/ask';
import { browserSite, type Window } from './browser';

const here = browserSite();
const LONG_MS = 240_000;
const PASSES = 5;

/** The height of the frame once it is the same for a second. */
async function settledHeight({ page }: Window): Promise<number> {
  const height = () => page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.offsetHeight);
  let last = await height();
  for (let same = 0, tries = 0; same < PASSES; tries += 1) {
    if (tries > 60) throw new Error(`The frame keeps growing: ${last} px`);
    await page.waitForTimeout(200);
    const now = await height();
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return last;
}

/** By how many pixels the app's document is higher than its frame. */
const hidden = ({ page }: Window) =>
  page.frames()[1]?.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);

async function routes(): Promise<string[]> {
  const admin = asAdministrator(here.site);
  const profileId = await onlyProfile(admin);
  const [candidate] = await allCandidates(admin, profileId);
  const listed = NAVIGATION.flatMap(({ pages }) => pages.map(({ route }) => `/${route}`));
  return [
    ...listed,
    `/profiles/${profileId}`,
    `/removal-candidates/${candidate?.number}`,
    `/removal-candidates/reclaim?numbers=${candidate?.number}`,
    `/rules/${profileId}/${candidate?.roleKey}`,
    `/subscriptions/${candidate?.accountId}`,
  ];
}

it.each(['body-offset', 'scroll-height'] as const)(
  'every page has a height that settles where the frame follows it by %s',
  async (frameHeight) => {
    await here.site.control('POST', '/switches', { frameHeight });
    const window = await here.openWindow();
    const heights: Record<string, number> = {};
    for (const route of await routes()) {
      await window.open(route);
      await window.app.getByRole('heading', { level: 1 }).waitFor();
      await window.app.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      heights[route] = await settledHeight(window);
      expect({ route, hidden: await hidden(window) }).toEqual({ route, hidden: 0 });
    }
    for (const module of ['my-seat', 'get-started', 'global-page']) {
      const other = await here.openWindow({ module });
      await other.open('');
      await other.app.getByRole('heading', { level: 1 }).waitFor();
      heights[module] = await settledHeight(other);
      await other.page.close();
    }
    expect(Object.entries(heights).filter(([, height]) => height < 640 || height > 6000)).toEqual([]);
    expect(window.complaints).toEqual([]);
  },
  LONG_MS,
);

it('every page can be scrolled to its end in a frame of a fixed height', async () => {
  await here.site.control('POST', '/switches', { frameHeight: 'fixed' });
  const window = await here.openWindow();
  await window.open('/subscriptions');
  await window.app.getByRole('table', { name: 'Subscriptions' }).getByRole('row').nth(5).waitFor();
  expect(await settledHeight(window)).toBe(900 - 48);
  const table = window.app.getByRole('region', { name: 'Table: Subscriptions' });
  await table.scrollIntoViewIfNeeded();
  expect((await table.boundingBox())?.height).toBeLessThanOrEqual(642);
});

describe.each(['body-offset', 'fixed'] as const)('in a frame whose height is: %s', (frameHeight) => {
  let window: Window;
  beforeAll(async () => {
    await here.site.control('POST', '/switches', { frameHeight });
    window = await here.openWindow();
    await window.page.setViewportSize({ width: 1280, height: 600 });
  });

  it('a dialog opens where the person looks, far down a page too', async () => {
    const { app, page } = window;
    await window.open(`/profiles/${await onlyProfile(asAdministrator(here.site))}`);
    const revoke = app.getByRole('button', { name: 'Revoke' });
    await revoke.scrollIntoViewIfNeeded();
    await revoke.click();
    const box = await app.getByRole('dialog').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(48);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
    await settledHeight(window);
    await page.keyboard.press('Escape');
    await app.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('a panel over the list opens where the person looks', async () => {
    const { app, page } = window;
    await page.setViewportSize({ width: 900, height: 600 });
    await window.open('/subscriptions');
    const row = app.getByRole('table', { name: 'Subscriptions' }).getByRole('row').nth(8);
    await row.getByRole('link').first().scrollIntoViewIfNeeded();
    await row.getByRole('link').first().click();
    const close = app.getByRole('button', { name: 'Close details' });
    const box = await close.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(48);
    expect(box?.y).toBeLessThanOrEqual(600);
    await close.click();
  });
});
