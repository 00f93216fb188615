// What the first download costs when the administrator's browser reads the members, with the page's own code over the bridge.
// Arguments: numbers of seats. Every call to Jira takes 150 ms.
import { join } from 'node:path';
import { asAdministrator, seatGroups } from '../end-to-end/ask';
import { readAsBrowser } from '../end-to-end/browser-reading';
import { startSite, type RunningSite } from '../site/site';
import { writeDownloadSite } from './bench-site';

const FOLDER = join(__dirname, '../../.site/bench');
const DAY = 24 * 3_600_000;
const LATENCY_MS = 150;

async function publish(site: RunningSite): Promise<string> {
  const { ask } = asAdministrator(site);
  const saved = await ask('saveProfile', {
    displayName: 'Bench',
    downloadActivity: false,
    analyzeFrom: new Date(site.clock.now() - 30 * DAY).toISOString(),
    reclaim: false,
    groupIds: await seatGroups(asAdministrator(site)),
  });
  const { id, revision } = await ask('validateConnection', { profileId: saved.id });
  site.meters.reset();
  await ask('publishProfile', { profileId: id, revision, readHere: true });
  return id;
}

/** Pages of members and sizes that the app itself asked for; the rest of these calls is the browser's. */
function askedByTheApp(site: RunningSite) {
  const calls = site.jira
    .traffic(0)
    .filter(({ channel, url }) => channel === 'function' && url.includes('/group/member'));
  const sizes = calls.filter(({ url }) => url.endsWith('maxResults=1'));
  return { pages: calls.length - sizes.length, sizes: sizes.length };
}

async function bench(seats: number) {
  const site = await startSite({ source: { file: writeDownloadSite(seats, FOLDER) } });
  try {
    site.faults.add({ match: { path: '^/rest/api/3/' }, then: { delayMs: LATENCY_MS } });
    const profileId = await publish(site);
    const validated = askedByTheApp(site);
    const began = performance.now();
    const { end, requests } = await readAsBrowser(site, asAdministrator(site), profileId);
    const seconds = Math.round((performance.now() - began) / 1000);
    const { runs } = await asAdministrator(site).ask('listJobRuns', { profileId });
    const [run] = runs;
    if (end.kind !== 'finished' || run?.status !== 'Complete') throw new Error(`not read: ${run?.summary ?? end.kind}`);
    console.log(`first, from a browser: ${run.summary}`);
    const asked = askedByTheApp(site);
    const { functions, kvs, peakMemoryMb } = site.meters.read();
    const gbSeconds = Object.values(functions).reduce((sum, each) => sum + each.gbSeconds, 0);
    return {
      seats,
      'browser requests': requests,
      'app: pages of members': asked.pages - validated.pages,
      'app: sizes': asked.sizes - validated.sizes,
      'app: requests': run.requests,
      'app: points': run.points,
      'until listed (s)': seconds,
      'KVS values written': kvs.writes,
      'GB-seconds': Math.round(gbSeconds * 10) / 10,
      'peak memory (MB)': Math.round(peakMemoryMb),
    };
  } finally {
    await site.stop();
  }
}

async function main(): Promise<void> {
  const rows = [];
  for (const seats of process.argv.slice(2)) rows.push(await bench(Number(seats)));
  console.log(`First download with the members read by a browser, 20 groups, 5 % in two, ${LATENCY_MS} ms a call:`);
  console.table(rows);
}

void main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
