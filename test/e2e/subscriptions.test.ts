import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { asAdministrator, seatGroups } from '../end-to-end/ask';
import { violations } from './axe';
import { browserSite } from './browser';

const here = browserSite({ source: { seats: 120, issues: 600, seed: 3 } });

const table = () => here.window.app.getByRole('table', { name: 'Subscriptions' });
const more = () => here.window.app.getByRole('button', { name: /^More filters/ });

/** The seats that the list says it shows, when it has all of them. */
async function listed(): Promise<number> {
  const { app } = here.window;
  await app.getByText(/Reading [\d,]+ of/).waitFor({ state: 'detached' });
  const text = await app.getByText(/^[\d,]+( of [\d,]+)? seats$/).innerText();
  return Number((text.split(' ')[0] ?? '').replace(',', ''));
}

async function choose(label: string, option: string | RegExp): Promise<void> {
  const { app } = here.window;
  await app.getByRole('combobox', { name: label, exact: true }).click();
  await app.getByRole('option', { name: option, exact: true }).click();
}

async function saved(wanted: Promise<Download>): Promise<{ name: string; text: string }> {
  const download = await wanted;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

afterEach(() => here.site.control('DELETE', '/faults'));

it('leads from the numbers of the overview to lists of that many seats', async () => {
  const { app, page, open } = here.window;
  const links = [
    app.getByRole('definition').getByRole('link').nth(0),
    app.getByRole('definition').getByRole('link').nth(1),
    app
      .getByRole('table', { name: 'Seats by app' })
      .getByRole('link', { name: /Active/ })
      .first(),
    app
      .getByRole('table', { name: 'Seats by app' })
      .getByRole('link', { name: /Candidates/ })
      .first(),
  ];
  for (const link of links) {
    await open('/overview');
    const number = Number((await link.innerText()).replace(',', ''));
    await link.click();
    await page.waitForURL(/subscriptions\?.*excluded=hide/);
    expect(await listed()).toBe(number);
  }
  await open('/overview');
  const ready = await app.getByRole('link', { name: /candidates are ready/ }).innerText();
  await app.getByRole('link', { name: /candidates are ready/ }).click();
  await app.getByRole('button', { name: `Ready (${ready.split(' ')[0]})` }).waitFor();
});

it('keeps every filter in the address', async () => {
  const { app, page, open } = here.window;
  await open('/subscriptions');
  const all = await listed();
  await more().click();
  await choose('Activity', 'Active');
  await choose('Kind of activity', 'Contribution');
  await choose('Exclusions', 'Without excluded seats');
  await app.getByRole('spinbutton', { name: 'At least so many inactive days' }).fill('1');
  await page.waitForURL(/activity=active&kind=contribution&excluded=hide&days=1/);
  const some = await listed();
  expect(some).toBeLessThan(all);
  await page.reload();
  expect(await listed()).toBe(some);
  await app.getByRole('button', { name: 'More filters (3)' }).waitFor();
  await app.getByRole('button', { name: 'Clear filters' }).click();
  await app.getByText(`${all} seats`, { exact: true }).waitFor();
});

it('finds people by the beginning of any word, without asking Jira’s own search', async () => {
  const { app, open } = here.window;
  await open('/subscriptions');
  await table().getByRole('row').nth(3).waitFor();
  await table().getByRole('link', { name: 'Name is being read' }).first().waitFor({ state: 'detached' });
  const name = await table().getByRole('row').nth(3).getByRole('link', { name: /\S/ }).first().innerText();
  const surname = name.split(' ').at(-1) ?? '';
  await app.getByRole('textbox', { name: 'Search people' }).fill(surname.toUpperCase().slice(0, 4));
  await app.getByText(/^\d+ of \d+ seats$/).waitFor();
  await table().getByRole('link', { name }).first().waitFor();
  const asked = here.site.jira.traffic(0).map(({ url }) => url.split('?')[0]);
  expect(asked).toContain('/rest/api/3/users/search');
  expect(asked).not.toContain('/rest/api/3/user/search');
  const [accountId = ''] = here.site.jira.siteAdministrators();
  await app.getByRole('textbox', { name: 'Search people' }).fill(accountId);
  await app
    .getByText(/^(\d|0) of \d+ seats$|No seat matches/)
    .first()
    .waitFor();
});

it('says which permission is missing when Jira refuses to list people', async () => {
  await here.site.control('POST', '/faults', { match: { path: '/users/search' }, then: { status: 403 } });
  const { app, open } = await here.openWindow();
  await open('/subscriptions?q=ana');
  await app.getByText('Browse users and groups').waitFor();
  await here.site.control('DELETE', '/faults');
  await app.getByRole('button', { name: 'Try again' }).click();
  await app.getByText('Browse users and groups').waitFor({ state: 'detached' });
});

it('remembers the chosen columns', async () => {
  const { app, page, open } = here.window;
  await open('/subscriptions');
  await app.getByRole('button', { name: 'Columns' }).click();
  await app.getByRole('checkbox', { name: 'Account id' }).check();
  await app.getByRole('checkbox', { name: 'Groups' }).uncheck();
  await app.getByRole('button', { name: 'Done' }).click();
  await page.reload();
  await table().getByRole('columnheader', { name: 'Account id' }).waitFor();
  expect(await table().getByRole('columnheader', { name: 'Groups' }).count()).toBe(0);
  await app.getByRole('button', { name: 'Columns' }).click();
  await app.getByRole('button', { name: 'Reset to default' }).click();
  await app.getByRole('button', { name: 'Done' }).click();
  await table().getByRole('columnheader', { name: 'Groups' }).waitFor();
});

it('can be used without a mouse', async () => {
  const { app, page, open } = here.window;
  await open('/subscriptions?sort=account');
  await listed();
  await table().getByRole('row').nth(1).getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await app.getByRole('complementary', { name: 'Subscription details' }).waitFor();
  const opened = await table().locator('[aria-selected="true"]').first().getAttribute('aria-rowindex');
  expect(opened).toBe('3');
  await page.keyboard.press('Escape');
  await app.getByRole('complementary', { name: 'Subscription details' }).waitFor({ state: 'detached' });
});

it('saves the filtered seats as CSV and all as JSON', async () => {
  const { app, page, open } = here.window;
  await open('/subscriptions?activity=inactive');
  const some = await listed();
  await app.getByRole('button', { name: 'Export' }).click();
  const dialog = app.getByRole('dialog');
  const csv = saved(page.waitForEvent('download'));
  await dialog.getByRole('button', { name: 'Export' }).click();
  expect((await csv).name).toMatch(/^subscriptions-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await csv).text.trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFAccount id,Guest,Service account,Application key,/);
  expect(lines).toHaveLength(some + 1);
  await dialog.getByText(`It holds ${some} seats`).waitFor();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  await app.getByRole('button', { name: 'Export' }).click();
  await choose('Seats', /^All \d+ seats$/);
  await choose('Format', 'JSON, for programs');
  await dialog.getByRole('checkbox', { name: 'Include names and e-mails' }).check();
  await here.site.control('POST', '/faults', {
    match: { path: '/user/bulk', nth: 1 },
    then: { status: 429, headers: { 'Retry-After': '1' } },
  });
  const json = saved(page.waitForEvent('download'));
  await dialog.getByRole('button', { name: 'Export' }).click();
  const file = JSON.parse((await json).text) as { header: object; seats: { name: string | null }[] };
  expect(file.header).toMatchObject({ filters: {}, withNames: true, seats: file.seats.length, coverage: {} });
  expect(file.seats.filter(({ name }) => name !== null)).toHaveLength(file.seats.length);
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
});

it('marks guests and service accounts, and finds them', async () => {
  const { app, open } = here.window;
  const [group = ''] = await seatGroups(asAdministrator(here.site));
  const join = (accountId: string, marks: object) =>
    here.site.control('POST', '/user', {
      ...{ accountId, displayName: `New ${accountId}`, email: null, accountType: 'atlassian', active: true },
      ...{ created: new Date(here.site.clock.now()).toISOString(), groups: [group], ...marks },
    });
  await join('a-guest', { guest: true });
  await join('a-program', { appType: 'service' });
  await here.site.control('POST', '/clock', { advance: '25h' });
  await open('/subscriptions?account=guest');
  await table().getByText('Guest', { exact: true }).waitFor();
  expect(await listed()).toBe(1);
  await table().getByRole('link', { name: 'New a-guest' }).click();
  await app.getByRole('complementary', { name: 'Subscription details' }).getByText('Guest', { exact: true }).waitFor();
  await choose('Account type', 'Service account');
  await table().getByRole('link', { name: 'New a-program' }).waitFor();
  await table().getByText('Service', { exact: true }).waitFor();
});

it('stops an export that is not wanted any more', async () => {
  const { app, open } = await here.openWindow();
  await open('/subscriptions');
  await here.site.control('POST', '/faults', { match: { path: '/user/bulk' }, then: { delayMs: 3000 } });
  await app.getByRole('button', { name: 'Export' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Include names and e-mails' }).check();
  await dialog.getByRole('button', { name: 'Export' }).click();
  await dialog.getByText(/Reading names/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Export' }).waitFor();
  expect(await dialog.getByText(/Reading names/).count()).toBe(0);
});

it('gives axe nothing to find, with all filters and with its dialogs', async () => {
  const { app, page, open } = await here.openWindow({ colorMode: 'dark' });
  await open('/subscriptions?excluded=hide&kind=contribution');
  await app.getByText(/^\d+ of \d+ seats$/).waitFor();
  const found = await violations(page);
  for (const name of ['Columns', 'Export']) {
    await app.getByRole('button', { name }).click();
    await app.getByRole('dialog').waitFor();
    found.push(...(await violations(page)));
    await page.keyboard.press('Escape');
    await app.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(found).toEqual([]);
});

it('made the browser complain about nothing', () => {
  expect(here.window.complaints).toEqual([]);
});
