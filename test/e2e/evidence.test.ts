import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { launchBrowser, openWindow, type Window } from './browser';

/** The first start after a change bundles the app, and a cold browser takes its time. */
const START_MS = 180_000;

let site: RunningSite;
let browser: Browser;
let window: Window;

beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 400, seed: 1 }, browser: true });
  await runMainJob(site);
  browser = await launchBrowser();
  window = await openWindow(browser, site);
  window.page.setDefaultTimeout(20_000);
}, START_MS);

afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function exported(form: 'CSV' | 'JSON'): Promise<{ path: string; name: string; text: string }> {
  const [download] = await Promise.all([
    window.page.waitForEvent('download'),
    window.app.getByRole('button', { name: `Export ${form}` }).click(),
  ]);
  const path = await download.path();
  return { path, name: download.suggestedFilename(), text: readFileSync(path, 'utf8') };
}

describe('the evidence page', () => {
  it('proves the log in a sentence', async () => {
    await window.open('/evidence');
    await window.app.getByRole('button', { name: 'Verify' }).click();
    await window.app.getByText(/All \d+ entries are as they were written/).waitFor();
  });

  it('saves a file that the command proves without the app', async () => {
    const { path, name } = await exported('JSON');
    expect(name).toMatch(/^evidence-\d{4}-\d\d-\d\d\.ndjson$/);
    const { status, stdout } = spawnSync(process.execPath, [join(__dirname, '../tools/verify-evidence.mjs'), path], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^Proven: \d+ entries/);
    expect(status).toBe(0);
  });

  it('saves a table for spreadsheets', async () => {
    const { name, text } = await exported('CSV');
    expect(name).toMatch(/\.csv$/);
    expect(text.split('\r\n')[1]).toMatch(/^1,2/);
  });

  it('finds entries by their kind, and keeps the filter in the address', async () => {
    const { app, page } = window;
    await app.getByRole('combobox', { name: 'Kind' }).click();
    await app.getByRole('option', { name: 'Profile published' }).click();
    await page.waitForURL(/kind=profile-published/);
    const rows = app.getByRole('table', { name: 'Evidence' }).getByRole('row');
    await app.getByText('Integration profile published', { exact: false }).first().waitFor();
    expect(await rows.count()).toBe(2);
  });

  it('made the browser complain about nothing', () => {
    expect(window.complaints).toEqual([]);
  });
});
