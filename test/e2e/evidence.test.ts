import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserSite } from './browser';

const here = browserSite();

async function exported(form: 'CSV' | 'JSON'): Promise<{ path: string; name: string; text: string }> {
  const [download] = await Promise.all([
    here.window.page.waitForEvent('download'),
    here.window.app.getByRole('button', { name: `Export ${form}` }).click(),
  ]);
  const path = await download.path();
  return { path, name: download.suggestedFilename(), text: readFileSync(path, 'utf8') };
}

describe('the evidence page', () => {
  it('proves the log in a sentence', async () => {
    await here.window.open('/evidence');
    await here.window.app.getByRole('button', { name: 'Verify' }).click();
    await here.window.app.getByText(/All \d+ entries are as they were written/).waitFor();
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
    const { app, page } = here.window;
    await app.getByRole('combobox', { name: 'Kind' }).click();
    await app.getByRole('option', { name: 'Profile published' }).click();
    await page.waitForURL(/kind=profile-published/);
    const rows = app.getByRole('table', { name: 'Evidence' }).getByRole('row');
    await app.getByText('Integration profile published', { exact: false }).first().waitFor();
    expect(await rows.count()).toBe(2);
  });

  it('finds entries by their day, which is written as in every other field', async () => {
    const { app, page } = here.window;
    await here.window.open('/evidence');
    await app
      .getByRole('table', { name: 'Evidence' })
      .getByText(/^Nov 2, 2026/)
      .first()
      .waitFor();
    // Labels are bold wherever they stand, whatever was loaded before or after them.
    const weight = (label: Element) => Number(getComputedStyle(label).fontWeight);
    expect(await app.getByText('Done by', { exact: true }).evaluate(weight)).toBeGreaterThan(600);
    await app.getByLabel('To', { exact: true }).fill('11/1/2026');
    await page.keyboard.press('Enter');
    await page.waitForURL(/to=2026-11-01/);
    await app.getByRole('heading', { name: 'No entry fits' }).waitFor();
    await app.getByRole('button', { name: 'Clear filters' }).click();
    await app.getByRole('table', { name: 'Evidence' }).waitFor();
  });

  it('made the browser complain about nothing', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
