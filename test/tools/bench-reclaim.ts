// What taking seats back, and giving them back, costs for people who are in 10 groups, in one run of the background: requests and
// points a person. Argument: how many people are taken back (500).
import { join } from 'node:path';
import { allCandidates, asAdministrator, confirmRules, liftLimits, onlyProfile, removedBy } from '../end-to-end/ask';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { writeWorkingSite } from './bench-site';
import { finishRun } from './finish-run';

const FOLDER = join(__dirname, '../../.site/bench');
const GROUPS = 10;
/** Three of ten people are idle; rounding and the administrator cost some. */
const SEATS_PER_PERSON = 10 / 3;
const MOST = { requests: 8, points: 40 };
const PAUSE = 120_000;

/** What a run cost a person. */
async function costOf(site: RunningSite, runId: string, what: string) {
  const run = await finishRun(site, runId);
  const each = (amount: number) => Math.round((10 * amount) / Math.max(1, run.processed)) / 10;
  console.log(`${what}: ${run.status}. ${run.summary}`);
  const costs = { 'requests a person': each(run.requests), 'points a person': each(run.points) };
  return { what, people: run.changed, ...costs, 'worked (s)': Math.round(run.workedMs / 1000) };
}

async function bench(people: number): Promise<void> {
  const seats = Math.ceil(people * SEATS_PER_PERSON) + 10;
  const site = await startSite({ source: { file: writeWorkingSite(seats, FOLDER, GROUPS - 1) } });
  await runMainJob(site);
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  const numbers = ready.slice(0, people).map(({ number }) => number);
  const reclaim = await admin.ask('startReclaim', { profileId, numbers, expectedCount: numbers.length });
  site.meters.reset();
  const rows = [await costOf(site, reclaim.id, 'reclaim')];
  if (process.argv.includes('--calls')) console.table(callsOf(site));
  await site.forge.advanceTo(site.clock.now() + PAUSE); // so many requests in so few seconds used up the store’s allowance
  const removed = await removedBy(admin, reclaim.id);
  site.meters.reset();
  const of = { runId: reclaim.id };
  const restore = await admin.ask('startRestore', { profileId, of, expectedCount: removed.length });
  rows.push(await costOf(site, restore.id, 'restore'));
  if (process.argv.includes('--calls')) console.table(callsOf(site));
  console.table(rows);
  await site.stop();
  const isDear = ({ 'requests a person': requests, 'points a person': points }: (typeof rows)[number]) =>
    requests > MOST.requests || points > MOST.points;
  if (rows.some(isDear))
    throw new Error(`A person may cost at most ${MOST.requests} requests and ${MOST.points} points.`);
  if (rows.some((row) => row.people < numbers.length)) throw new Error('Not everybody was dealt with.');
}

/** What Jira was asked, for whoever looks where the points went. */
function callsOf(site: RunningSite) {
  return Object.entries(site.meters.read().jira).map(([call, byPrincipal]) => {
    const meters = Object.values(byPrincipal);
    const sum = (pick: (meter: (typeof meters)[number]) => number) => meters.reduce((all, each) => all + pick(each), 0);
    return { call, requests: sum(({ requests }) => requests), points: sum(({ points }) => points) };
  });
}

bench(Number(process.argv[2] ?? 500)).then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
