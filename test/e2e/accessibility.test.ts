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
