// Everybody of a real history who is inactive at a moment is taken back, and the year that follows is looked through: who would have
// come back, and when. SITE_HISTORY names the data file; argument: the moment (2013-12-01).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCandidates, asAdministrator, changeRules, confirmRules, onlyProfile, removedBy } from '../end-to-end/ask';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { finishRun } from './finish-run';
import { cutHistory } from './history-cut';

const FOLDER = join(__dirname, '../../.site/bench');
const DAY = 86_400_000;
const MONTH = 30 * DAY;
const MONTHS = 12;

async function takeBackEverybody(site: RunningSite): Promise<string[]> {
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  await changeRules(admin, profileId, { maxPercentPerRun: 100, maxSeatsPerRun: 5000 });
  await confirmRules(admin, profileId);
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  const all = { profileId, numbers: 'all-ready', expectedCount: ready.length } as const;
  const run = await finishRun(site, (await admin.ask('startReclaim', all)).id);
  console.log(`${ready.length} candidates. ${run.status}: ${run.summary}`);
  const rows = await removedBy(admin, run.id);
  return [...new Set(rows.map(({ accountId }) => accountId))];
}

async function bench(file: string, from: string): Promise<void> {
  const moment = Date.parse(from);
  const { before, nextDone } = cutHistory(file, moment);
  mkdirSync(FOLDER, { recursive: true });
  const cut = join(FOLDER, 'history-cut.ndjson');
  writeFileSync(cut, before.map((row) => JSON.stringify(row)).join('\n'));
  const site = await startSite({ source: { file: cut }, now: moment });
  await runMainJob(site);
  const removed = await takeBackEverybody(site);
  await site.stop();
  const days = removed
    .map((accountId) => ((nextDone.get(accountId) ?? Infinity) - moment) / DAY)
    .filter((each) => each * DAY < MONTHS * MONTH)
    .sort((a, b) => a - b);
  const share = (count: number) => `${((100 * count) / Math.max(1, removed.length)).toFixed(1)} %`;
  const table = Array.from({ length: MONTHS }, (_, month) => {
    const back = days.filter((each) => Math.floor((each * DAY) / MONTH) === month).length;
    const soFar = days.filter((each) => each * DAY < (month + 1) * MONTH).length;
    return { days: `${30 * month}–${30 * month + 30}`, 'came back': back, 'so far': soFar, share: share(soFar) };
  });
  console.table(table);
  const median = days[Math.floor(days.length / 2)];
  console.log(
    `Of ${removed.length} people whose seat was taken back, ${days.length} (${share(days.length)}) worked again within 360 days, half of them within ${Math.round(median ?? 0)} days.`,
  );
}

const file = process.env['SITE_HISTORY'];
if (file === undefined) {
  console.log('SITE_HISTORY names no real history, so nobody’s return was looked for.');
  process.exit();
}
bench(file, process.argv[2] ?? '2013-12-01T00:00:00Z').then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
