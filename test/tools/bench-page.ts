// What a person waits for: a warm call of the page's resolver, the start of the site, and the size of what is loaded.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { runMainJob } from '../site/main-job';
import { startSite } from '../site/site';
import { pageSize } from './page-size';

const PROJECT = join(__dirname, '../..');
const CALLS = 30;
const kb = (bytes: number) => Math.round(bytes / 102.4) / 10;

/** Pages whose first load is told. */
const PAGES = ['overview', 'subscriptions', 'candidates', 'profile', 'rules', 'jobs'];
const chunksOf = (page: string) => `app ${page}-page`;

async function main(): Promise<void> {
  const began = performance.now();
  const site = await startSite({ source: { seats: 300, issues: 3000, seed: 1 }, browser: true });
  const startSeconds = (performance.now() - began) / 1000;
  await runMainJob(site);
  const [accountId = ''] = site.jira.siteAdministrators();
  const moduleKey = site.forge.pages[0]?.key ?? '';
  const times: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const at = performance.now();
    await site.forge.invoke({ moduleKey, functionKey: 'getOverview', payload: {}, accountId });
    times.push(performance.now() - at);
  }
  await site.stop();
  const median = times.sort((a, b) => a - b)[Math.floor(CALLS / 2)] ?? 0;
  console.table([
    {
      'site start, built (s)': Math.round(startSeconds * 10) / 10,
      'warm getOverview (ms)': Math.round(median * 10) / 10,
      'manifest (kB)': kb(statSync(join(PROJECT, 'manifest.yml')).size),
    },
  ]);
  const { total, first } = pageSize(PAGES.map(chunksOf));
  console.log(`JavaScript of the page: ${kb(total)} kB compressed in all; before a page shows anything:`);
  console.table(PAGES.map((page) => ({ page, 'kB gzip': kb(first[chunksOf(page)] ?? 0) })));
}

void main().then(() => process.exit());
