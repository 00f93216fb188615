// What downloading subscriptions costs: the first time, on a day on which nothing changed, and after 1 % changed.
// Arguments: numbers of seats. Every call to Jira takes 150 ms.
import { join } from 'node:path';
import { asAdministrator } from '../end-to-end/ask';
import { startSite, type RunningSite } from '../site/site';
import { accountId, writeDownloadSite } from './bench-site';

const FOLDER = join(__dirname, '../../.site/bench');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LATENCY_MS = 150;
/** Simulated hours that a download may wait for points. */
const PATIENCE_HOURS = 12;

async function publishedProfile(site: RunningSite): Promise<string> {
  const { ask } = asAdministrator(site);
  const { groups } = await ask('listJiraGroups', {});
  const saved = await ask('saveProfile', {
    displayName: 'Bench',
    downloadActivity: false,
    analyzeFrom: new Date(site.clock.now() - 30 * DAY).toISOString(),
    reclaim: false,
    groupIds: groups.filter(({ access }) => access === 'user').map(({ id }) => id),
  });
  const { id, revision } = await ask('validateConnection', { profileId: saved.id });
  await ask('publishProfile', { profileId: id, revision });
  return id;
}

/** Lets the download that is due now finish; answers what it cost. */
async function measure(site: RunningSite, profileId: string, day: string, since: number) {
  const { ask } = asAdministrator(site);
  for (let hour = 0; hour < PATIENCE_HOURS; hour += 1) {
    await site.forge.drain();
    const [run] = (await ask('listJobRuns', { profileId })).runs.filter(
      ({ createdAt }) => Date.parse(createdAt) >= since,
    );
    if (run !== undefined && run.finishedAt !== null) {
      const { kvs, functions, peakMemoryMb } = site.meters.read();
      const worker = functions['consume-job'];
      console.log(`${day}: ${run.status}. ${run.summary}`);
      return {
        day,
        requests: run.requests,
        points: run.points,
        'KVS values written': kvs.writes,
        'GB-seconds': Math.round((worker?.gbSeconds ?? 0) * 10) / 10,
        'worked (s)': Math.round(run.workedMs / 1000),
        'peak memory (MB)': Math.round(peakMemoryMb),
      };
    }
    await site.forge.advanceTo(site.clock.now() + HOUR);
  }
  throw new Error('The download did not finish.');
}

/** 1 % of the people move to another group, one after the other. */
function changeSome(site: RunningSite, seats: number): void {
  for (let n = 13; n < seats; n += 100) {
    const groups = [`g-${String((n + 5) % 20).padStart(2, '0')}`];
    site.clock.advanceTo(site.clock.now() + 1000);
    site.jira.change('user', { accountId: accountId(n), groups });
  }
}

async function bench(seats: number): Promise<void> {
  const site = await startSite({ source: { file: writeDownloadSite(seats, FOLDER) } });
  const slowly = async (until: number, change: () => void = () => undefined) => {
    await site.forge.advanceTo(until - DAY / 2);
    change();
    await site.forge.advanceTo(until - HOUR);
    site.meters.reset();
  };
  try {
    site.faults.add({ match: { path: '^/rest/api/3/' }, then: { delayMs: LATENCY_MS } });
    const profileId = await publishedProfile(site);
    const { publishedAt: at } = await asAdministrator(site).ask('getProfile', { profileId });
    const publishedAt = Date.parse(at ?? '');
    site.meters.reset();
    const rows = [await measure(site, profileId, 'first', publishedAt)];
    await slowly(publishedAt + DAY);
    rows.push(await measure(site, profileId, 'unchanged', publishedAt + DAY));
    await slowly(publishedAt + 2 * DAY, () => changeSome(site, seats));
    rows.push(await measure(site, profileId, '1 % changed', publishedAt + 2 * DAY));
    console.log(`Download of ${seats} seats in 20 groups, 5 % of them in two, ${LATENCY_MS} ms a call:`);
    console.table(rows);
  } finally {
    await site.stop();
  }
}

async function main(): Promise<void> {
  for (const seats of process.argv.slice(2)) await bench(Number(seats));
}

void main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
