// What a normal day costs the app when product events flow: everybody's jobs on a site of which a tenth of the people worked.
// Arguments: seats:issues ….
import { asAdministrator, allRefs, allSeats, onlyProfile, type Person } from '../end-to-end/ask';
import { runMainJob } from '../site/main-job';
import type { ProductEvent } from '../site/core/parts';
import { startSite, type RunningSite } from '../site/site';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURS_OF_WORK = 8;
/** People whose events come at the same moment. */
const TOGETHER = 25;
const MOST_POINTS = 1_500;
const MOST_MEMORY_MB = 256;

/** People comment, every tenth of them logs work, and five times as many look at something; events tell of all of it. */
async function work(site: RunningSite, people: readonly string[], keys: readonly string[]): Promise<number> {
  const began = site.clock.now();
  let told = 0;
  for (let first = 0; first < people.length; first += TOGETHER) {
    await site.forge.advanceTo(Math.max(site.clock.now(), began + (first / people.length) * HOURS_OF_WORK * HOUR));
    const events = people
      .slice(first, first + TOGETHER)
      .flatMap((author, n) => [
        ...change(site, author, keys[(first + n) % keys.length] ?? '', first + n),
        ...views(site, author),
      ]);
    told += events.length;
    await site.forge.emit(events);
  }
  return told;
}

function change({ jira, clock }: RunningSite, author: string, key: string, n: number): ProductEvent[] {
  const created = new Date(clock.now()).toISOString();
  const entry = { id: `${clock.now()}-${n}`, author, created, updated: created };
  const worklogs = [{ ...entry, started: created }];
  return jira.change('issue', n % 10 === 0 ? { key, worklogs } : { key, comments: [entry] });
}

function views({ jira }: RunningSite, by: string): ProductEvent[] {
  return Array.from({ length: 5 }, () => jira.event({ eventType: 'avi:jira:viewed:issue', by }));
}

/** What the jobs of the day cost. */
async function dayOf(site: RunningSite, admin: Person, profileId: string, since: number, day: string) {
  const { runs } = await admin.ask('listJobRuns', { profileId });
  const own = runs.filter(({ createdAt }) => Date.parse(createdAt) >= since);
  const activity = own.find(({ kind }) => kind === 'activity');
  const { functions, kvs, peakMemoryMb } = site.meters.read();
  const worker = functions['consume-job'];
  console.log(`${day}: ${activity?.status}. ${activity?.summary}`);
  return {
    day,
    jobs: own.map(({ kind, status }) => `${kind} ${status}`).join(', '),
    searched: activity?.plan?.kind ?? '–',
    'points of activity': activity?.points ?? 0,
    'points of all jobs': own.reduce((sum, { points }) => sum + points, 0),
    requests: own.reduce((sum, each) => sum + each.requests, 0),
    'KVS writes': kvs.writes,
    'GB-seconds of jobs': Math.round((worker?.gbSeconds ?? 0) * 10) / 10,
    'peak memory (MB)': Math.round(peakMemoryMb),
  };
}

async function bench(seats: number, issues: number): Promise<void> {
  const site = await startSite({ source: { seats, issues, seed: 1 } });
  try {
    const admin = asAdministrator(site);
    await runMainJob(site);
    const profileId = await onlyProfile(admin);
    const rows = await allSeats(admin, profileId);
    const people = [...new Set(rows.map(({ accountId }) => accountId))].filter((_, n) => n % 10 === 0);
    const keys = [...new Set(await allRefs(admin, profileId))];
    const { publishedAt } = await admin.ask('getProfile', { profileId });
    const at = Date.parse(publishedAt ?? '');
    const days = [];
    for (const [n, day] of ['first after the installation', 'normal', 'normal, once more'].entries()) {
      site.meters.reset();
      const told = await work(
        site,
        people,
        keys.filter((key) => /^[A-Z]+-\d+$/.test(key)),
      );
      const since = at + (n + 1) * DAY;
      await site.forge.advanceTo(since + 3 * HOUR);
      await site.forge.drain();
      days.push({ ...(await dayOf(site, admin, profileId, since, day)), events: told });
    }
    console.log(`Days of ${seats} seats with ${issues} work items, ${people.length} people at work:`);
    console.table(days);
    const [, ...normal] = days;
    if (normal.some((each) => each.searched !== 'events' || each['points of activity'] > MOST_POINTS))
      throw new Error(`A normal day costs more than ${MOST_POINTS} points.`);
    if (days.some((each) => each['peak memory (MB)'] > MOST_MEMORY_MB)) throw new Error('A day takes too much memory.');
  } finally {
    await site.stop();
  }
}

async function main(): Promise<void> {
  for (const size of process.argv.slice(2)) {
    const [seats = 5_000, issues = 50_000] = size.split(':').map(Number);
    await bench(seats, issues);
  }
}

void main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
