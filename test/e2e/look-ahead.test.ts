import type { Request } from 'playwright-core';
import { browserSite } from './browser';

/** Whatever else a page asks, it has asked by then. */
const QUIET_MS = 1_000;
const here = browserSite();

/** Opens an address anew and answers what the page asked the app until it was quiet, in order. */
async function askedFor(route: string): Promise<string[]> {
  const { page, app, open } = here.window;
  const asked: string[] = [];
  const note = (request: Request) => {
    const { functionKey, payload } = (request.postDataJSON() ?? {}) as { functionKey?: string; payload?: unknown };
    if (functionKey !== undefined) asked.push(`${functionKey} ${JSON.stringify(payload)}`);
  };
  page.on('request', note);
  await open(route);
  await app.getByRole('heading', { level: 1 }).waitFor();
  await app.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(QUIET_MS);
  page.off('request', note);
  return asked;
}

it.each([
  ['/overview', ['getOverview']],
  ['/subscriptions', ['listProfiles', 'getSubscriptionTable']],
  ['/removal-candidates', ['listProfiles', 'readCandidateBucket']],
])('%s asks first for what it shows first, and for nothing twice', async (route, first) => {
  const asked = await askedFor(route);
  expect(asked.slice(0, first.length).map((each) => each.split(' ')[0])).toEqual(first);
  expect(asked.filter((each, place) => asked.indexOf(each) < place)).toEqual([]);
});
