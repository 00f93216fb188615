import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import {
  allCandidates,
  asAdministrator,
  confirmRules,
  groupsInJira,
  liftLimits,
  onlyProfile,
  type Person,
} from './ask';

/** Faults that last until they are taken away, and deaths of the function at one call. */
const FAULTS: Readonly<Record<string, object>> = {
  '403': { status: 403 },
  '503': { status: 503 },
  'a malformed answer': { status: 200, body: { unexpected: true } },
  'a cut connection': { drop: true },
};
const DEATHS = { 'a death before': { killFunction: 'before' }, 'a death after': { killFunction: 'after' } };
const MINUTE = 60_000;
/** A lasting fault is waited for longer than a run has patience. */
const PATIENCE = 45 * MINUTE;

let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;

const mark = () => site.jira.traffic(0).at(-1)?.n ?? 0;
const callsSince = (since: number) => [
  ...new Set(site.jira.traffic(since).map(({ method, url }) => `${method} ${new URL(url, 'http://jira').pathname}`)),
];

const groupsOf = (accountId: string) => groupsInJira(site, admin, accountId);

beforeAll(async () => {
  site = await startSite({ source: { seats: 400, issues: 800, seed: 3 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
}, 120_000);
afterAll(() => site.stop());

const reclaim = (number: string) =>
  admin.ask('startReclaim', { profileId, numbers: [number], expectedCount: 1 }).then(({ id }) => id);
const restore = (number: string) =>
  admin.ask('startRestore', { profileId, of: { numbers: [number] }, expectedCount: 1 }).then(({ id }) => id);

async function refresh(): Promise<void> {
  await admin.ask('runJobNow', { jobId: `${profileId}.download` });
  await site.forge.drain();
}

/** A run while one call goes wrong for hours, or the function dies there once; then all is well again. */
async function disturbed(call: string, then: object, start: () => Promise<string>) {
  const [method, path] = call.split(' ');
  const isDeath = 'killFunction' in then;
  const id = await start();
  site.faults.add({ match: { method, path: `^${path ?? ''}(\\?|$)`, ...(isDeath ? { nth: 1 } : {}) }, then });
  await site.forge.advanceTo(site.clock.now() + PATIENCE);
  site.faults.clear();
  await site.forge.advanceTo(site.clock.now() + 35 * MINUTE);
  const run = await admin.ask('getJobRun', { runId: id });
  expect({ call, then, isOver: run.finishedAt !== null }).toEqual({ call, then, isOver: true });
  return run;
}

it('every fault at every call of a run in the background leaves nobody halfway', async () => {
  const used = new Set<string>();
  const next = async () => {
    const { runs } = await admin.ask('listJobRuns', { profileId });
    // The daily jobs may have met a fault, too.
    const last = (['download', 'activity', 'evaluate'] as const).map((job) => runs.find(({ kind }) => kind === job));
    if (last.some((run) => run?.status === 'Failed' || run?.status === 'Partial')) await refresh();
    const found = (await allCandidates(admin, profileId)).find(
      ({ state, number }) => state === 'Ready' && !used.has(number),
    );
    if (!found) throw new Error('The site has too few candidates.');
    used.add(found.number);
    return found;
  };
  const calm = await next();
  let since = mark();
  await reclaim(calm.number);
  await site.forge.drain();
  const removing = callsSince(since);
  await site.forge.advanceTo(site.clock.now() + 2 * MINUTE);
  since = mark();
  await restore(calm.number);
  await site.forge.drain();
  const restoring = callsSince(since);
  expect(removing.join()).toContain('DELETE');
  expect(restoring.join()).toContain('POST');

  for (const call of removing) {
    for (const [name, then] of Object.entries({ ...FAULTS, ...DEATHS })) {
      const what = `${name} at ${call}`;
      const person = await next();
      const before = await groupsOf(person.accountId);
      await disturbed(call, then, () => reclaim(person.number));
      const told = await admin.ask('getCandidate', { number: person.number });
      const now = await groupsOf(person.accountId);
      expect({ what, state: told.state }).not.toEqual({ what, state: 'Awaiting Revocation' });
      if (told.state === 'Closed Complete') {
        // A success that was none is never said to be proven.
        if (told.seatFreed !== 'proven') expect({ what, freed: told.seatFreed }).toEqual({ what, freed: 'unknown' });
        else expect({ what, now }).toEqual({ what, now: before.filter((id) => !told.removedGroupIds.includes(id)) });
        const { entries } = await admin.ask('listEvidence', { candidate: person.number, kind: 'reclaim-done' });
        expect({ what, done: entries.length }).toEqual({ what, done: 1 });
      } else expect({ what, now }).toEqual({ what, now: before });
    }
  }
  for (const call of restoring) {
    for (const [name, then] of Object.entries({ ...FAULTS, ...DEATHS })) {
      const what = `restore: ${name} at ${call}`;
      const person = await next();
      const before = await groupsOf(person.accountId);
      if ((await admin.ask('reclaimNow', { number: person.number, mode: 'apply' })).outcome !== 'removed') continue;
      await site.forge.advanceTo(site.clock.now() + 2 * MINUTE);
      await disturbed(call, then, () => restore(person.number));
      await site.forge.advanceTo(site.clock.now() + MINUTE);
      await admin.ask('restoreNow', { number: person.number });
      expect({ what, now: await groupsOf(person.accountId) }).toEqual({ what, now: before });
    }
  }
}, 900_000);
