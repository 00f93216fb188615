import { parseFlags, type Flags } from './flags';
import { MainJobError, runMainJob } from './main-job';
import { failedJobSummary, mainJobReport, mainJobSummary } from './main-job-report';
import type { RunningSite } from './site';
import { startSites } from './sites';
import { StartError } from './start-error';

const DEFAULT_PORT = 8080;

/** Starts the sites, runs the main job on each, prints what it did, and serves until it is interrupted. */
async function start(flags: Flags): Promise<void> {
  const { data, seats, issues, seed, now, state, once, empty } = flags;
  const sites = await startSites({
    sites: flags.sites,
    port: flags.port ?? (once ? 0 : DEFAULT_PORT),
    source: data === undefined ? { seats, issues, seed } : { file: data },
    size: { seats, issues, seed },
    browser: !once,
    ...(now !== undefined && { now }),
    ...(state !== undefined && { state }),
  });
  const stop = () => Promise.all(sites.map((site) => site.stop()));
  stopOnSignal(stop);
  if (!once) console.log(sites.map(addresses).join('\n'));
  try {
    if (!empty) await mainJobs(sites, once);
  } finally {
    if (once) await stop();
  }
  if (!once) console.log(`Serving ${sites.map(({ url }) => url).join(' and ')} until Ctrl-C.`);
}

/** Runs the main jobs of all sites at the same time; `--once` prints one object, the first site's, with the others in it. */
async function mainJobs(sites: readonly RunningSite[], once: boolean): Promise<void> {
  const [first, ...others] = await Promise.all(sites.map((site) => mainJob(site, once)));
  if (!once) return;
  const named = others.map((summary, index) => ({ site: sites[index + 1]?.jira.site.name, ...summary }));
  console.log(JSON.stringify(others.length === 0 ? first : { ...first, otherSites: named }));
}

async function mainJob(site: RunningSite, once: boolean) {
  const began = performance.now();
  try {
    const result = await runMainJob(site);
    const meters = site.meters.read();
    console.log(`${site.jira.site.name}: ${mainJobReport(result, meters)}`);
    return mainJobSummary(result, meters);
  } catch (error) {
    if (!(error instanceof MainJobError)) throw error;
    console.error(`The main job failed: ${error.message}`);
    if (once) process.exitCode = 1;
    const seconds = (performance.now() - began) / 1000;
    return failedJobSummary(error.message, seconds, site.meters.read());
  }
}

function addresses({ url, jira, clock }: RunningSite): string {
  const { users, groups, issues } = jira.counts();
  return [
    `${jira.site.name}: ${users} people, ${groups} groups, ${issues} issues; simulated time ${new Date(clock.now()).toISOString()}`,
    `  Pages     ${url}/`,
    `  Jira      ${url}/rest/api/3/serverInfo`,
    `  Control   ${url}/__site`,
  ].join('\n');
}

function stopOnSignal(stopAll: () => Promise<unknown>): void {
  let stopping = false;
  const stop = () => {
    if (!stopping) void stopAll().then(() => process.exit(0));
    stopping = true; // a second Ctrl-C must not interrupt the saving of the state
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

async function main(): Promise<void> {
  try {
    await start(parseFlags(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

void main();
