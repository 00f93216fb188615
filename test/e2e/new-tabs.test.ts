import type { Page } from 'playwright-core';
import { browserSite, type Window } from './browser';

const here = browserSite();
const DOCUMENTED = 'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

/** The tab that something opens. */
async function tabOf({ page }: Window, act: () => Promise<unknown>): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await act();
  return opened;
}

async function candidates(module: string): Promise<Window> {
  const window = await here.openWindow({ module });
  await window.open('/removal-candidates');
  await link(window).waitFor();
  return window;
}

const link = ({ app }: Window) => app.getByRole('table', { name: 'Removal candidates' }).getByRole('link').first();

it('the frame may do what is documented, and open no window', async () => {
  const { page } = await candidates('license-management');
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe(DOCUMENTED);
});

describe.each([
  ['license-management', '/jira/settings/apps/'],
  ['global-page', '/jira/apps/'],
])('a link of the page %s', (module, folder) => {
  const expected = new RegExp(`${folder}[^/]+/[^/]+/removal-candidates/RC\\d+`);

  it('opens in a new tab by the middle button and with Ctrl, at an address of the product', async () => {
    const window = await candidates(module);
    const ways = [
      () => link(window).click({ button: 'middle' }),
      () => link(window).click({ modifiers: ['Control'] }),
      () => link(window).click({ modifiers: ['Shift'] }),
    ];
    for (const click of ways) {
      const tab = await tabOf(window, click);
      await tab.waitForURL(expected);
      await tab.frameLocator('iframe').getByRole('heading', { level: 1, name: /RC\d+/ }).waitFor();
      await tab.close();
    }
    expect(new URL(window.page.url()).pathname).toMatch(/removal-candidates$/);
    expect(window.complaints).toEqual([]);
  });

  it('opens in a new tab by keyboard with Ctrl, and here without', async () => {
    const window = await candidates(module);
    await link(window).focus();
    const tab = await tabOf(window, () => window.page.keyboard.press('Control+Enter'));
    await tab.waitForURL(expected);
    await tab.close();
    await window.page.keyboard.press('Enter');
    await window.page.waitForURL(expected);
  });

  it('shows where it leads, for whoever copies it', async () => {
    const window = await candidates(module);
    expect(await link(window).getAttribute('href')).toMatch(new RegExp(`^${here.site.url}${expected.source}`));
  });
});
