import { browserSite } from './browser';

const here = browserSite();

it('opens a bookmarked list with its filter and goes back and forward', async () => {
  const { app, page, open } = await here.openWindow();
  await open('/subscriptions?activity=inactive&sort=app');
  await app.getByText(/\d+ of \d+ seats/).waitFor();
  expect(await app.getByRole('columnheader', { name: 'App' }).getAttribute('aria-sort')).toBe('ascending');
  await page.getByRole('link', { name: 'Jobs' }).click();
  await app.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
  await page.goBack();
  await app.getByText(/\d+ of \d+ seats/).waitFor();
  await page.goForward();
  await app.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
});

it('follows the product between light and dark', async () => {
  const { app, page, open } = await here.openWindow({ colorMode: 'dark' });
  await open('/overview');
  await app.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  const background = () => app.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const dark = await background();
  await page.getByRole('button', { name: 'Light' }).click();
  await app.locator('html[data-color-mode="light"]').waitFor();
  expect(await background()).not.toBe(dark);
});

it('has one main landmark and headings in order on every page', async () => {
  const { app, open } = await here.openWindow();
  for (const route of ['overview', 'subscriptions', 'removal-candidates', 'profiles', 'jobs', 'evidence']) {
    await open(`/${route}`);
    await app.getByRole('heading', { level: 1 }).waitFor();
    expect(await app.getByRole('main').count()).toBe(1);
    expect(await app.getByRole('heading', { level: 1 }).count()).toBe(1);
  }
});

it('keeps its lists useful when Jira tells no names', async () => {
  const { app, open } = await here.openWindow();
  await here.site.control('POST', '/faults', { match: { path: '/user/bulk' }, then: { status: 503 } });
  await open('/subscriptions');
  await app.getByText('Unknown person').first().waitFor();
  await here.site.control('DELETE', '/faults');
});
