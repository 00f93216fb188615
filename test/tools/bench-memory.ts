// What every function takes of its memory, and what that memory costs: the main job, the pages with all seats and candidates
// again and again in warm processes, and product events.
// Arguments: seats:work items …. Nobody may come nearer to a function's memory than a quarter of it.
import { join } from 'node:path';
import { allCandidates, allSeats, asAdministrator, onlyProfile } from '../end-to-end/ask';
import { loadManifest } from '../site/forge/manifest/manifest';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';

const ROOT = join(__dirname, '../..');
const MINUTE = 60_000;
const SPARE = 0.25;
const TURNS = 20;
/** Dollars for a GB-second beyond the free 200,000 a month of an app (Forge platform pricing). */
const PRICE = 0.000025;

/** Everybody's page, opened by the same warm processes. */
async function openPages(site: RunningSite): Promise<void> {
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  for (let turn = 0; turn < TURNS; turn += 1) {
    await admin.ask('getOverview', {});
    await site.forge.advanceTo(site.clock.now() + 2 * MINUTE); // the store’s allowance of a minute is whole again
    await allSeats(admin, profileId);
    await site.forge.advanceTo(site.clock.now() + 2 * MINUTE);
    await allCandidates(admin, profileId);
  }
}

function rowsOf(site: RunningSite) {
  const { functions } = loadManifest(ROOT);
  return Object.entries(site.meters.read().functions).map(([key, { invocations, errors, gbSeconds, peakMemoryMb }]) => {
    const memoryMb = functions.get(key)?.memoryMb ?? 0;
    return {
      function: key,
      'memory (MB)': memoryMb,
      'peak (MB)': Math.round(peakMemoryMb),
      'spare (%)': Math.round((1 - peakMemoryMb / memoryMb) * 100),
      invocations,
      failed: errors,
      'GB-seconds': Math.round(gbSeconds * 10) / 10,
      'dollars, when nothing is free': Math.round(gbSeconds * PRICE * 10_000) / 10_000,
    };
  });
}

async function bench(seats: number, issues: number): Promise<boolean> {
  const site = await startSite({ source: { seats, issues, seed: 1 } });
  try {
    await runMainJob(site);
    await openPages(site);
    const rows = rowsOf(site);
    console.log(`${seats} seats, ${issues} work items: memory of every function on Node.js ${process.version}`);
    console.table(rows);
    return rows.every((row) => row['peak (MB)'] <= row['memory (MB)'] * (1 - SPARE));
  } finally {
    await site.stop();
  }
}

async function main(): Promise<void> {
  let fits = true;
  for (const size of process.argv.slice(2)) {
    const [seats = 0, issues = 0] = size.split(':').map(Number);
    fits = (await bench(seats, issues)) && fits;
  }
  if (!fits) throw new Error(`A function came nearer to its memory than ${SPARE * 100} %.`);
}

void main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
