import { violations } from './axe';
import { browserSite } from './browser';

const here = browserSite();

const ROUTES = [
  'overview',
  'subscriptions',
  'removal-candidates',
  'profiles',
  'profiles/new',
  'access',
  'jobs',
  'evidence',
  'site-check',
];

it.each(['light', 'dark'] as const)('gives axe nothing to find on any page, %s', async (colorMode) => {
  const { app, page, open } = await here.openWindow({ colorMode });
  const found: string[] = [];
  for (const route of ROUTES) {
    await open(`/${route}`);
    await app.getByRole('heading', { level: 1 }).waitFor();
    await app.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    found.push(...(await violations(page)).map((violation) => `${route} ${violation}`));
  }
  expect(found).toEqual([]);
});

it.each([
  ['get-started', 'light'],
  ['get-started', 'dark'],
  ['global-page', 'light'],
  ['global-page', 'dark'],
] as const)('gives axe nothing to find on the way in %s, %s', async (module, colorMode) => {
  const { app, page, open } = await here.openWindow({ module, colorMode });
  await open('');
  await app
    .getByRole('heading', { level: 1, name: module === 'get-started' ? 'License management' : 'Overview' })
    .waitFor();
  await app.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  expect(await violations(page)).toEqual([]);
});

it('fits a narrow window on every way in', async () => {
  for (const module of ['get-started', 'global-page', 'my-seat']) {
    const { app, page, open } = await here.openWindow({ module });
    await page.setViewportSize({ width: 400 + 176, height: 800 }); // a frame of 400 pixels
    await open('');
    await app.getByRole('heading', { level: 1 }).waitFor();
    const overflow = await page.frames()[1]?.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ module, fits: (overflow ?? 1) <= 0 }).toEqual({ module, fits: true });
  }
});
