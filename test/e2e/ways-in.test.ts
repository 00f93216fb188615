import { asAdministrator } from '../end-to-end/ask';
import { NAVIGATION } from '../../static/admin/src/navigation';
import { browserSite, type Window } from './browser';

const here = browserSite();
const colleague = () => here.site.jira.people(100).find(({ access }) => access === 'user')?.accountId ?? '';
const entries = ({ page }: Pick<Window, 'page'>) => page.getByRole('navigation', { name: 'Apps' }).getByRole('link');
const heading = ({ app }: Pick<Window, 'app'>, name: string) => app.getByRole('heading', { level: 1, name }).waitFor();

/** Gives everybody of the first group of a seat a role in the app. */
async function giveRole(accountId: string): Promise<void> {
  const admin = asAdministrator(here.site);
  const authorization = `Basic ${Buffer.from(`${accountId}:any`).toString('base64')}`;
  const groups = await fetch(`${here.site.url}/rest/api/3/user/groups?accountId=${accountId}`, {
    headers: { authorization },
  });
  const [group] = (await groups.json()) as { groupId: string }[];
  await admin.ask('saveAppRoles', { ...(await admin.ask('getAppRoles', {})), viewerGroupIds: [group?.groupId ?? ''] });
}

describe('somebody who administers Jira', () => {
  it('finds the app in Jira settings, in Manage apps and in the Apps menu', async () => {
    const window = await here.openWindow();
    await window.page.goto(here.site.url);
    await window.page.waitForURL(/\/jira\/settings\/apps\/[^/]+\/[^/]+\/overview$/);
    await heading(window, 'Overview');
    const listed = NAVIGATION.flatMap(({ pages }) => pages.map(({ title }) => title));
    expect(await entries(window).allTextContents()).toEqual([
      'Manage apps',
      ...listed,
      'License management',
      'My Jira seat',
    ]);
  });

  it('comes from Get started to every other way in', async () => {
    const window = await here.openWindow();
    const { page, app } = window;
    await page.goto(`${here.site.url}/jira/settings/apps/manage-apps`);
    for (const [button, address] of [
      ['Open License management', /\/jira\/settings\/apps\/[^/]+\/[^/]+\/overview$/],
      ['Open it in the Apps menu', /\/jira\/apps\/[^/]+\/[^/]+\/overview$/],
    ] as const) {
      await page.getByRole('link', { name: 'Get started' }).click();
      await page.waitForURL(/\/jira\/settings\/apps\/get-started\//);
      await heading(window, 'License management');
      await app.getByRole('button', { name: button }).click();
      await page.waitForURL(address);
      await heading(window, 'Overview');
      await page.getByRole('link', { name: 'Manage apps' }).click();
    }
    expect(window.complaints).toEqual([]);
  });

  it('reaches the app also while Jira settings don’t list it', async () => {
    await here.site.control('POST', '/switches', { adminPageListed: false });
    const window = await here.openWindow();
    await window.page.goto(here.site.url);
    await heading(window, 'Overview');
    expect(await entries(window).allTextContents()).toEqual(['Manage apps', 'License management', 'My Jira seat']);
    await window.open('/jobs');
    await window.page.waitForURL(/\/jira\/settings\/apps\//);
    await heading(window, 'Jobs');
    await here.site.control('POST', '/switches', { adminPageListed: true });
  });
});

describe('somebody who does not administer Jira', () => {
  it('is not let into Jira settings, and finds their own seat in the Apps menu', async () => {
    const window = await here.openWindow({ accountId: colleague() });
    await window.open('/overview');
    await window.page.getByRole('heading', { name: 'You can’t open Jira settings' }).waitFor();
    expect(await window.page.locator('iframe').count()).toBe(0);
    expect(await entries(window).allTextContents()).toEqual(['License management', 'My Jira seat']);
    await entries(window).filter({ hasText: 'License management' }).click();
    await window.page.waitForURL(/\/jira\/apps\/[^/]+\/[^/]+\/my-seat$/);
    await heading(window, 'My Jira seat');
    const menu = window.app.getByRole('navigation', { name: 'License management' }).getByRole('link');
    expect(await menu.allTextContents()).toEqual(['My Jira seat']);
  });

  it('is told what is missing where a role is needed', async () => {
    const window = await here.openWindow({ accountId: colleague(), module: 'global-page' });
    await window.open('/overview');
    await window.app.getByRole('alert').getByText('people they gave a role in this app').waitFor();
    await window.app.getByRole('link', { name: 'My Jira seat' }).click();
    await heading(window, 'My Jira seat');
  });

  it('sees in the Apps menu what their role allows, with a menu of its own', async () => {
    await giveRole(colleague());
    const window = await here.openWindow({ accountId: colleague(), module: 'global-page' });
    await window.open('');
    await window.page.waitForURL(/\/jira\/apps\/[^/]+\/[^/]+\/overview$/);
    const menu = window.app.getByRole('navigation', { name: 'License management' });
    for (const { title } of NAVIGATION.flatMap(({ pages }) => pages)) {
      await menu.getByRole('link', { name: title, exact: true }).click();
      await heading(window, title);
      expect(await menu.locator('[aria-current="page"]').textContent()).toBe(title);
    }
    await menu.getByRole('link', { name: 'My Jira seat' }).click();
    await heading(window, 'My Jira seat');
    await menu.getByRole('link', { name: 'Overview' }).click();
    await heading(window, 'Overview');
    expect(window.complaints).toEqual([]);
  });
});

it('an app that is not shared is shown to its contributors only', async () => {
  await here.site.control('POST', '/switches', { distribution: 'contributors-only' });
  const other = await here.openWindow({ accountId: here.site.jira.siteAdministrators()[1] ?? '' });
  await other.open('/overview');
  await other.page.getByRole('heading', { name: 'This app is not shared with you' }).waitFor();
  expect(await other.page.locator('iframe').count()).toBe(0);
  const contributor = await here.openWindow();
  await contributor.open('/overview');
  await heading(contributor, 'Overview');
});
