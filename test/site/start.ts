import { parseFlags, type Flags } from './flags';
import { MainJobError, runMainJob } from './main-job';
import { failedJobSummary, mainJobReport, mainJobSummary } from './main-job-report';
import { startSite, type RunningSite } from './site';
import { StartError } from './start-error';

const DEFAULT_PORT = 8080;

/** Starts the site, runs the main job, prints what it did, and serves until it is interrupted. */
async function start(flags: Flags): Promise<void> {
  const { data, seats, issues, seed, now, state, once, empty } = flags;
  const site = await startSite({
    port: flags.port ?? (once ? 0 : DEFAULT_PORT),
    source: data === undefined ? { seats, issues, seed } : { file: data },
    browser: !once,
    ...(now !== undefined && { now }),
    ...(state !== undefined && { state }),
  });
  stopOnSignal(site);
  if (!once) console.log(addresses(site));
  try {
    if (!empty) await mainJob(site, once);
  } finally {
    if (once) await site.stop();
  }
  if (!once) console.log(`Serving ${site.url} until Ctrl-C.`);
}

async function mainJob(site: RunningSite, once: boolean): Promise<void> {
  const began = performance.now();
  try {
    const result = await runMainJob(site);
    const meters = site.meters.read();
    console.log(mainJobReport(result, meters));
    if (once) console.log(JSON.stringify(mainJobSummary(result, meters)));
  } catch (error) {
    if (!(error instanceof MainJobError)) throw error;
    console.error(`The main job failed: ${error.message}`);
    if (!once) return;
    const seconds = (performance.now() - began) / 1000;
    console.log(JSON.stringify(failedJobSummary(error.message, seconds, site.meters.read())));
    process.exitCode = 1;
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

function stopOnSignal(site: RunningSite): void {
  let stopping = false;
  const stop = () => {
    if (!stopping) void site.stop().then(() => process.exit(0));
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
