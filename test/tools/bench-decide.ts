// What judging seats costs: the first time, when every idle person becomes a candidate, and on a day on which nothing is new.
// Argument: how many seats (50000). Seven of ten people logged work; the work items are few, so that reading them is cheap.
import { join } from 'node:path';
import { asAdministrator, onlyProfile, seatGroups } from '../end-to-end/ask';
import { startSite, type RunningSite } from '../site/site';
import { writeWorkingSite } from './bench-site';

const FOLDER = join(__dirname, '../../.site/bench');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PATIENCE_HOURS = 24;
/** What else the machine does only ever adds to processor time: the least of so many evaluations is what the work itself takes. */
const TURNS = 5;
const MOST = { cpuSeconds: 1, reads: 70, memoryMb: 384 };

type Decided = Awaited<ReturnType<typeof decide>>;

/** Publishes a profile whose evaluation waits until it is told. */
async function prepare(site: RunningSite): Promise<string> {
  const admin = asAdministrator(site);
  const saved = await admin.ask('saveProfile', {
    displayName: 'Bench',
    downloadActivity: true,
    analyzeFrom: new Date(site.clock.now() - 60 * DAY).toISOString(),
    reclaim: true,
    groupIds: await seatGroups(admin),
  });
  const { id, revision } = await admin.ask('validateConnection', { profileId: saved.id });
  await admin.ask('publishProfile', { profileId: id, revision });
  await admin.ask('pauseJob', { jobId: `${id}.evaluate` });
  for (let hour = 0; hour < PATIENCE_HOURS; hour += 1) {
    await site.forge.drain();
    const { runs } = await admin.ask('listJobRuns', { profileId: id });
    if (runs.some(({ kind, finishedAt }) => kind === 'activity' && finishedAt !== null)) return onlyProfile(admin);
    await site.forge.advanceTo(site.clock.now() + HOUR);
  }
  throw new Error('The activity was not read in time.');
}

async function decide(site: RunningSite, profileId: string, what: string) {
  const { ask } = asAdministrator(site);
  await site.forge.advanceTo(site.clock.now() + 5 * 60_000); // the store’s allowance of a minute is whole again
  const { id } = await ask('runJobNow', { jobId: `${profileId}.evaluate` });
  site.meters.reset();
  await site.forge.drain();
  const run = await ask('getJobRun', { runId: id });
  const { kvs, functions, peakMemoryMb } = site.meters.read();
  console.log(`${what}: ${run.status}. ${run.summary}`);
  return {
    evaluation: what,
    seats: run.processed,
    'new candidates': run.created,
    'processor (s)': Math.round(functions['consume-job']?.cpuMs ?? 0) / 1000,
    'KVS reads': kvs.reads,
    'KVS read units': kvs.readUnits,
    'KVS writes': kvs.writes,
    'peak memory (MB)': Math.round(peakMemoryMb),
  };
}

async function main(): Promise<void> {
  const seats = Number(process.argv[2] ?? 50_000);
  const site = await startSite({ source: { file: writeWorkingSite(seats, FOLDER) } });
  const profileId = await prepare(site);
  const first = await decide(site, profileId, 'first');
  const next: Decided[] = [];
  for (let turn = 1; turn <= TURNS; turn += 1) next.push(await decide(site, profileId, `nothing new (${turn})`));
  console.table([first, ...next]);
  await site.stop();
  const cpuSeconds = Math.min(...next.map((each) => each['processor (s)']));
  const most = (column: 'KVS reads' | 'peak memory (MB)') => Math.max(...[first, ...next].map((each) => each[column]));
  console.log(`Nothing new: ${cpuSeconds} s of processor time, the least of ${TURNS} evaluations.`);
  if (cpuSeconds > MOST.cpuSeconds || most('KVS reads') > MOST.reads || most('peak memory (MB)') > MOST.memoryMb)
    throw new Error(
      `At most ${MOST.reads} reads and ${MOST.memoryMb} MB, and ${MOST.cpuSeconds} s where nothing is new.`,
    );
}

void main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
