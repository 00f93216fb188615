import { allSeats, asAdministrator, onlyProfile } from '../end-to-end/ask';
import { violations } from './axe';
import { browserSite } from './browser';

const here = browserSite({ source: { seats: 120, issues: 600, seed: 3 } });

const region = () => here.window.app.getByRole('region', { name: 'Who uses their seat' });
const chart = (name: RegExp) => region().getByRole('table', { name });

/** The seats that the list says it shows, when it has all of them. */
async function listed(): Promise<number> {
  const { app } = here.window;
  await app.getByText(/Reading [\d,]+ of/).waitFor({ state: 'detached' });
  const text = await app.getByText(/^[\d,]+( of [\d,]+)? seats?$/).innerText();
  return Number((text.split(' ')[0] ?? '').replace(',', ''));
}

it('compares apps, groups and kinds by keyboard, and the address keeps what is compared', async () => {
  const { page, open } = here.window;
  await open('/overview');
  await chart(/Use by app: days/).waitFor();
  await region().getByRole('button', { name: 'By group' }).focus();
  await page.keyboard.press('Enter');
  await chart(/Use by group: days/).waitFor();
  await page.waitForURL(/by=group/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await chart(/Use by group: what was last done/).waitFor();
  await page.reload();
  await chart(/Use by group: what was last done/).waitFor();
  expect(await region().getByRole('button', { name: 'By group' }).getAttribute('aria-pressed')).toBe('true');
});

it.each([
  ['overview?by=group', /Use by group/, /, 0–30 days, /],
  ['overview?by=group&show=what', /Use by group/, /, None seen, /],
  ['overview?by=kind', /Use by last activity/, /, 0–30 days, Contribution/],
  ['overview', /Use by app/, /, seats, /],
])('leads from a number of %s to a list of that many seats', async (address, name, number) => {
  const { open, page } = here.window;
  await open(`/${address}`);
  const link = chart(name).getByRole('link', { name: number }).first();
  const seats = Number((await link.innerText()).replace(',', ''));
  await link.click();
  await page.waitForURL(/subscriptions\?.*excluded=hide/);
  expect(seats).toBeGreaterThan(0);
  expect(await listed()).toBe(seats);
});

it('leads from a part of a bar to the same list as its number', async () => {
  const { open, page } = here.window;
  await open('/overview?by=group');
  await chart(/Use by group/).waitFor();
  await region()
    .getByTitle(/, 0–30 days: \d+ seats/)
    .first()
    .click();
  await page.waitForURL(/subscriptions\?group=[^&]+&activity=0-30/);
});

it('follows the evaluation without being opened again', async () => {
  const { site, window } = here;
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  const [seat] = await allSeats(admin, profileId);
  await admin.ask('saveExclusion', { target: { kind: 'user', accountId: seat?.accountId ?? '' }, active: true });
  const { byRole } = await admin.ask('getActivityBreakdown', {});
  site.faults.add({ match: { function: 'consume-job' }, then: { delayMs: 8_000 } });
  await admin.ask('runJobNow', { jobId: `${profileId}.evaluate` });
  await window.open('/overview');
  const total = chart(/Use by app/).getByRole('link', { name: /, seats, Jira$/ });
  expect(await total.innerText()).toBe(String(byRole[0]?.seats));
  await total.filter({ hasText: String((byRole[0]?.seats ?? 0) - 1) }).waitFor();
  site.faults.clear();
});

it.each(['light', 'dark'] as const)('gives axe nothing to find, %s', async (colorMode) => {
  const { app, page, open } = await here.openWindow({ colorMode });
  for (const by of ['app', 'group', 'kind']) {
    await open(`/overview?by=${by}`);
    await app.getByRole('table', { name: /^Use by/ }).waitFor();
    expect(await violations(page)).toEqual([]);
  }
});

it('made the browser complain about nothing', () => {
  expect(here.window.complaints).toEqual([]);
});
