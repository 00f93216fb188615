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
import { triedAt } from './jira-faults';

const MINUTE = 60_000;

interface Call {
  readonly method: string;
  readonly path: string;
  /** The how manyeth call of this kind. */
  readonly nth: number;
}

let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;

/** The calls of what was done since, each named by its kind and its place among those of its kind. */
function callsSince(mark: number): Call[] {
  const seen = new Map<string, number>();
  return site.jira.traffic(mark).map(({ method, url }) => {
    const path = new URL(url, 'http://jira').pathname;
    const nth = (seen.get(`${method} ${path}`) ?? 0) + 1;
    seen.set(`${method} ${path}`, nth);
    return { method, path, nth };
  });
}

const faultsOf = ({ method, path, nth }: Call) => triedAt(`${method} ${path}`, nth, 'by a click');
const mark = () => site.jira.traffic(0).at(-1)?.n ?? 0;

const groupsOf = (accountId: string) => groupsInJira(site, admin, accountId);

/** Does something while one call fails; whatever the page is told, nothing is thrown. */
async function disturbed({ method, path, nth }: Call, then: object, act: () => Promise<unknown>): Promise<void> {
  site.clock.advanceTo(site.clock.now() + MINUTE); // the store’s allowance of a minute is whole again
  site.faults.add({ match: { method, path: `^${path}(\\?|$)`, nth }, then });
  await act().catch(() => undefined);
  site.faults.clear();
}

async function expectWholeLog(): Promise<void> {
  for (let after = { sequence: 0, hash: '0'.repeat(64) }, isDone = false; !isDone;) {
    site.clock.advanceTo(site.clock.now() + MINUTE);
    const checked = await admin.ask('verifyEvidence', { after });
    expect(checked.broken).toBeNull();
    ({ isDone, upTo: after } = checked);
  }
}

/** Nobody is between two states without somebody being told: a success that was none is never said to be proven. */
async function expectSettled(number: string, before: readonly string[], what: string): Promise<void> {
  const candidate = await admin.ask('getCandidate', { number });
  const { state, attention, seatFreed } = candidate;
  const now = await groupsOf(candidate.accountId);
  if (state === 'Closed Complete' && seatFreed === 'proven')
    expect({ what, now }).toEqual({ what, now: without(before, candidate.removedGroupIds) });
  else if (state === 'Closed Complete') expect({ what, seatFreed }).toEqual({ what, seatFreed: 'unknown' });
  else if (state === 'Attention Required')
    expect({ what, attention }).toEqual({ what, attention: expect.any(String) as string });
  else {
    // “Closed Skipped”: Jira said that it does not know the person; “Closed Canceled”: they worked meanwhile.
    expect({ what, now }).toEqual({ what, now: before });
    expect(['Ready', 'Closed Skipped', 'Closed Canceled']).toContain(state);
  }
}

async function expectRestored(number: string, before: readonly string[], what: string): Promise<void> {
  const { restored, accountId } = await admin.ask('getCandidate', { number });
  const isToldOtherwise = restored !== null && restored.seatBack !== 'proven';
  if (!isToldOtherwise) expect({ what, now: await groupsOf(accountId) }).toEqual({ what, now: before });
}

const without = (all: readonly string[], some: readonly string[]) => all.filter((id) => !some.includes(id));

beforeAll(async () => {
  site = await startSite({ source: { seats: 1000, issues: 2000, seed: 3 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
}, 120_000);

afterAll(async () => {
  await site.stop();
});

it('faults at every call of a reclaim and of a restore by a click leave nobody halfway', async () => {
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  /** The site lives on meanwhile: whoever works is no candidate any more. */
  const next = async () => {
    for (let found = ready.pop(); found; found = ready.pop())
      if ((await admin.ask('getCandidate', { number: found.number })).state === 'Ready') return found;
    throw new Error('The site has too few candidates.');
  };
  const reclaim = (number: string) => admin.ask('reclaimNow', { number, mode: 'apply' });
  const restore = (number: string) => admin.ask('restoreNow', { number });

  const calm = await next();
  let since = mark();
  await reclaim(calm.number);
  const removing = callsSince(since);
  since = mark();
  await restore(calm.number);
  const restoring = callsSince(since);
  expect(removing.map(({ method }) => method)).toContain('DELETE');
  expect(restoring.map(({ method }) => method)).toContain('POST');

  for (const call of removing) {
    for (const [name, then] of faultsOf(call)) {
      const { number, accountId } = await next();
      const before = await groupsOf(accountId);
      const what = `${name} at ${call.method} ${call.path} (${call.nth})`;
      await disturbed(call, then, () => reclaim(number));
      await reclaim(number).catch(() => undefined); // whoever was not told of a success clicks again
      await expectSettled(number, before, what);
    }
  }
  for (const call of restoring) {
    for (const [name, then] of faultsOf(call)) {
      const { number, accountId } = await next();
      const before = await groupsOf(accountId);
      const what = `restore: ${name} at ${call.method} ${call.path} (${call.nth})`;
      if ((await reclaim(number)).outcome !== 'removed') continue;
      await disturbed(call, then, () => restore(number));
      await restore(number).catch(() => undefined);
      await expectRestored(number, before, what);
    }
  }
  await expectWholeLog();
}, 600_000);
