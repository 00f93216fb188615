import { source as AXE } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { launchBrowser, openWindow } from './browser';

/** The first start after a change bundles the app, and a cold browser takes its time. */
const START_MS = 180_000;

let site: RunningSite;
let browser: Browser;

beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 400, seed: 1 }, browser: true });
  await runMainJob(site);
  browser = await launchBrowser();
}, START_MS);

afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** What axe finds in the app's frame, in one line each. */
async function violations(page: Page): Promise<string[]> {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('the app has no frame');
  await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
}

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
  const { app, page, open } = await openWindow(browser, site, { colorMode });
  const found: string[] = [];
  for (const route of ROUTES) {
    await open(`/${route}`);
    await app.getByRole('heading', { level: 1 }).waitFor();
    await app.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    found.push(...(await violations(page)).map((violation) => `${route} ${violation}`));
  }
  expect(found).toEqual([]);
});
