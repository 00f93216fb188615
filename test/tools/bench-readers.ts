// Twenty people open Subscriptions within a minute while an evaluation runs: what that takes of the storage's allowance.
// Arguments: seats and work items of the site, 50000 and 100000 unless told.
import { asAdministrator, onlyProfile, openList } from '../end-to-end/ask';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';

const READERS = 20;
const UNITS_A_MINUTE = 4_000;

/** The allowance of the minutes before is whole again. */
const freshMinute = (site: RunningSite) => site.control('POST', '/clock', { advance: '5m' });

async function measure(site: RunningSite, what: string, work: () => Promise<unknown>): Promise<number> {
  await freshMinute(site);
  site.meters.reset();
  const began = performance.now();
  await work();
  const { kvs, functions } = site.meters.read();
  const { resolver } = functions;
  console.table([
    {
      what,
      'read units': kvs.readUnits,
      'write units': kvs.writeUnits,
      throttled: kvs.throttled,
      calls: resolver?.invocations ?? 0,
      'processor a call (ms)': Math.round((resolver?.cpuMs ?? 0) / (resolver?.invocations || 1)),
      'MB read': Math.round(kvs.bytesRead / 1e5) / 10,
      seconds: Math.round((performance.now() - began) / 100) / 10,
    },
  ]);
  return kvs.throttled;
}

async function main(seats = 50_000, issues = 100_000): Promise<void> {
  const site = await startSite({ source: { seats, issues, seed: 1 } });
  try {
    await runMainJob(site);
    const admin = asAdministrator(site);
    const profileId = await onlyProfile(admin);
    const open = async () => {
      const { length } = await openList(admin, profileId);
      if (length < seats) throw new Error(`Only ${length} seats were read.`);
    };
    await measure(site, `one person, ${seats} seats`, open);
    const jobId = `${profileId}.evaluate`;
    const evaluate = async () => {
      await admin.ask('runJobNow', { jobId });
      await site.forge.drain();
    };
    await measure(site, 'an evaluation', evaluate);
    const all = () => Promise.all([evaluate(), ...Array.from({ length: READERS }, open)]);
    const throttled = await measure(site, `${READERS} people and an evaluation (of ${UNITS_A_MINUTE} units)`, all);
    if (throttled > 0) throw new Error(`${throttled} requests were throttled.`);
  } finally {
    await site.stop();
  }
}

void main(...process.argv.slice(2).map(Number)).then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
