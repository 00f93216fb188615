import { isThorough } from '../fakes/thorough';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import {
  allCandidates,
  asAdministrator,
  changeRules,
  confirmRules,
  groupsInJira,
  onlyProfile,
  type Person,
} from './ask';
import { mark, outOfTurn } from './membership-changes';

const PEOPLE = isThorough ? 500 : 150;
const HOUR = 3_600_000;
/** Calls of each door at which the function dies, once each: spread over a run of thousands of calls. */
const DEATHS = [0.014, 0.12, 0.67, 1.6, 3].map((perPerson) => Math.round(perPerson * PEOPLE));

let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;

beforeAll(async () => {
  site = await startSite({ source: { seats: 1800, issues: 2000, seed: 5 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
  await changeRules(admin, profileId, { maxPercentPerRun: 100, maxSeatsPerRun: 2 * PEOPLE });
  await confirmRules(admin, profileId);
}, 300_000);
afterAll(() => site.stop());

async function groupsOfAll(accountIds: readonly string[]): Promise<Map<string, string>> {
  const groups = new Map<string, string>();
  for (const accountId of new Set(accountIds))
    groups.set(accountId, (await groupsInJira(site, admin, accountId)).join());
  return groups;
}

/** Lets the function die before and after calls to Jira, to the store and to the queue, until the run is over. */
async function dieOnTheWay(runId: string) {
  const doors = [{ path: '^/rest/' }, { kvs: '*' }, { queue: 'push' }] as const;
  for (const door of doors)
    for (const [place, nth] of DEATHS.entries())
      site.faults.add({ match: { ...door, nth }, then: { killFunction: place % 2 === 0 ? 'before' : 'after' } });
  for (let hours = 0; hours < 12; hours += 1) {
    await site.forge.advanceTo(site.clock.now() + HOUR);
    const run = await admin.ask('getJobRun', { runId });
    if (run.finishedAt !== null) break;
  }
  site.faults.clear();
  return admin.ask('getJobRun', { runId });
}

async function told(kind: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await admin.ask('listEvidence', { kind, ...(cursor === undefined ? {} : { cursor }) });
    numbers.push(...page.entries.map(({ candidate }) => candidate ?? ''));
    cursor = page.cursor;
  }
  return numbers;
}

async function chainIsWhole(): Promise<boolean> {
  for (let after = { sequence: 0, hash: '0'.repeat(64) }; ;) {
    const { upTo, broken, isDone } = await admin.ask('verifyEvidence', { after });
    if (broken) return false;
    if (isDone) return true;
    after = upTo;
  }
}

it(`takes ${PEOPLE} seats back and gives them back, each exactly once, although the function dies on the way`, async () => {
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready').slice(-PEOPLE);
  expect(ready).toHaveLength(PEOPLE);
  const numbers = ready.map(({ number }) => number);
  const accounts = ready.map(({ accountId }) => accountId);
  const before = await groupsOfAll(accounts);
  const since = mark(site);
  const { id } = await admin.ask('startReclaim', { profileId, numbers, expectedCount: PEOPLE });
  const run = await dieOnTheWay(id);
  const removed = (await allCandidates(admin, profileId)).filter(
    ({ number, state }) => numbers.includes(number) && state === 'Closed Complete',
  );
  expect({ status: run.status, processed: run.processed }).toMatchObject({ processed: PEOPLE });
  expect(removed.length).toBe(run.changed);
  expect(removed.length).toBeGreaterThan(0.8 * PEOPLE);
  expect(outOfTurn(site, since)).toEqual([]);
  expect((await told('reclaim-done')).sort()).toEqual(removed.map(({ number }) => number).sort());

  await site.forge.advanceTo(site.clock.now() + HOUR);
  const back = await admin.ask('startRestore', { profileId, of: { runId: id }, expectedCount: removed.length });
  const restored = await dieOnTheWay(back.id);
  expect(restored).toMatchObject({ processed: removed.length, failed: 0 });
  expect(outOfTurn(site, since)).toEqual([]);
  expect(await groupsOfAll(accounts)).toEqual(before);
  expect((await told('restore-done')).sort()).toEqual(removed.map(({ number }) => number).sort());
  expect(await chainIsWhole()).toBe(true);
}, 600_000);
