import type { Input } from '../../src/shared/contract';
import type { SwitchName, SwitchValue } from '../site/core/switches';
import { startSite, type RunningSite } from '../site/site';
import { runMainJob } from '../site/main-job';
import {
  allCandidates,
  asAdministrator,
  asPerson,
  confirmRules,
  groupsInJira,
  liftLimits,
  onlyProfile,
  type Person,
} from './ask';

/** The first start after a change bundles the app. */
const START_MS = 180_000;
const MINUTE = 60_000;

type Check = Input<'runSiteCheck'>['check'];

let site: RunningSite;
let admin: Person & { accountId: string };

beforeAll(async () => {
  site = await startSite({ source: { seats: 40, issues: 100, seed: 5 } });
  admin = asAdministrator(site);
}, START_MS);
afterAll(() => site.stop());

const answerOf = async (check: string) => {
  const { checks } = await admin.ask('getSiteChecks', {});
  const found = checks.find((each) => each.check === check);
  if (!found) throw new Error(`no check ${check}`);
  return found;
};
/** The tester's groups, as Jira has them. */
const groupsOfAdmin = () => groupsInJira(site, admin, admin.accountId);

/** Runs a check to its end, as whoever sits at the page does. */
async function run(check: Check) {
  await admin.ask('runSiteCheck', { check });
  await site.forge.drain();
  await admin.ask('tidySiteChecks', {});
  return answerOf(check);
}

async function view(from?: 'board' | 'list') {
  await site.control('POST', '/event', {
    eventType: 'avi:jira:viewed:issue',
    by: admin.accountId,
    ...(from ? { from } : {}),
  });
}

type Found = readonly [SwitchName, SwitchValue, Check, string];
const AT_ONCE: readonly Found[] = [
  ['groupWriteAs', 'user-and-impersonated', 'group-write-background', 'works'],
  ['groupWriteAs', 'user-only', 'group-write-background', 'refused'],
  ['groupWriteAs', 'user-and-impersonated', 'group-write-present', 'works'],
  ['groupWriteAs', 'user-only', 'group-write-present', 'works'],
  ['membershipReadDelay', 5, 'group-write-present', 'works'],
  ['membershipReadDelay', 5, 'group-write-background', 'works'],
  ['removeNonMember', 404, 'group-write-background', 'works'],
  ['kvsTransactionEntities', 'one', 'storage-transaction', 'one-entity-only'],
  ['kvsTransactionEntities', 'many', 'storage-transaction', 'entities-only'],
  ['kvsMixedTransactions', true, 'storage-transaction', 'entity-and-key'],
  ['distribution', 'shared', 'group-write-background', 'works'],
  ['contextPermissions', true, 'context-permissions', 'listed'],
  ['contextPermissions', false, 'context-permissions', 'absent'],
  ['appIsJiraAdmin', true, 'administer-right', 'complete'],
  ['appIsJiraAdmin', false, 'administer-right', 'missing'],
];

/** With this switch set only for the time of the work. */
async function withSwitch<Value>(name: SwitchName, value: SwitchValue, work: () => Promise<Value>): Promise<Value> {
  const before = site.switches.get(name);
  site.switches.set(name, value);
  try {
    return await work();
  } finally {
    site.switches.set(name, before);
  }
}

it.each(AT_ONCE)('finds %s = %s: %s %s', async (name, value, check, outcome) => {
  const groups = await groupsOfAdmin();
  const found = await withSwitch(name, value, () => run(check));
  expect(found).toMatchObject({ outcome, by: admin.accountId, underWay: null });
  await site.forge.advanceTo(site.clock.now() + MINUTE);
  expect(await groupsOfAdmin()).toEqual(groups);
});

it.each([
  ['everywhere', 'arrive', 'arrive', 'arrive'],
  ['own-page-only', 'arrive', 'missing', 'missing'],
  ['nowhere', 'missing', 'missing', 'missing'],
] as const)('finds viewsReported = %s', async (value, ownPage, board, list) => {
  await withSwitch('viewsReported', value, async () => {
    for (const [check, from] of [['work-item-views'], ['board-views', 'board'], ['list-views', 'list']] as const) {
      await admin.ask('runSiteCheck', { check });
      await site.forge.advanceTo(site.clock.now() + 2 * MINUTE);
      await view(from);
      await site.forge.advanceTo(site.clock.now() + 15 * MINUTE);
      const { underWay } = await answerOf(check);
      if (underWay) await admin.ask('stopSiteCheck', { check, didIt: true });
    }
  });
  const outcomes = await Promise.all(['work-item-views', 'board-views', 'list-views'].map(answerOf));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([ownPage, board, list]);
});

it('counts how often Jira reports one event, and tells how late', async () => {
  await admin.ask('runSiteCheck', { check: 'work-item-views' });
  await site.forge.advanceTo(site.clock.now() + 2 * MINUTE);
  await withSwitch('eventsDoubled', true, async () => {
    // Some events come twice: sooner or later one of these does.
    for (let views = 0; views < 60; views += 1) {
      await admin.ask('runSiteCheck', { check: 'work-item-views' });
      await view();
      await site.forge.advanceTo(site.clock.now() + 5 * MINUTE);
      if ((await answerOf('work-item-views')).facts['copies'] === 2) break;
    }
  });
  const { outcome, facts } = await answerOf('work-item-views');
  expect({ outcome, copies: facts['copies'] }).toEqual({ outcome: 'arrive', copies: 2 });
  expect(facts['lateSeconds']).toBeLessThanOrEqual(180);
});

it('lets only Jira administrators see, run and export it', async () => {
  const stranger = asPerson(site, site.jira.people(40).at(-1)?.accountId ?? '');
  for (const [operation, payload] of [
    ['getSiteChecks', {}],
    ['runSiteCheck', { check: 'group-write-present' }],
    ['recordSiteMeasurement', { check: 'frame-height', heightBefore: 1, heightAfter: 1, grownBy: 1 }],
    ['stopSiteCheck', { check: 'job-memory', didIt: false }],
    ['tidySiteChecks', {}],
    ['getSupportFile', {}],
  ] as const)
    expect(await stranger.envelope(operation, payload)).toMatchObject({ error: { code: 'not-permitted' } });
});

it('finds kvsSameKeyInTables, and both kinds of mixing together', async () => {
  const facts = await withSwitch('kvsTransactionEntities', 'many', () =>
    withSwitch('kvsMixedTransactions', true, () =>
      withSwitch('kvsSameKeyInTables', 'allowed', async () => (await run('storage-transaction')).facts),
    ),
  );
  expect(facts).toEqual({ twoEntities: true, entityAndKey: true, sameKey: true });
  expect(JSON.stringify(site.forge.kvs.dump('store-trial'))).not.toContain('store-trial');
});

it('knows which ways in were used, and nobody of those who used them', async () => {
  expect((await run('ways-in')).facts).toMatchObject({ 'license-management': true, 'get-started': false });
  for (const { key } of site.forge.pages)
    await site.forge.invoke({ moduleKey: key, functionKey: 'getMySeats', payload: {}, accountId: admin.accountId });
  for (const { key } of site.forge.pages)
    await site.forge.invoke({ moduleKey: key, functionKey: 'getSession', payload: {}, accountId: admin.accountId });
  expect(await run('ways-in')).toMatchObject({ outcome: 'all' });
});

it('knows whether anybody else could open the app, and what the person sees in Jira settings', async () => {
  const colleague = site.jira.people(40).at(-1)?.accountId ?? '';
  const open = (accountId: string) =>
    site.forge.invoke({ moduleKey: 'my-seat', functionKey: 'getMySeats', payload: {}, accountId });
  const alone = await startSite({ source: { seats: 20, issues: 20, seed: 6 } });
  try {
    const first = asAdministrator(alone);
    alone.switches.set('distribution', 'contributors-only');
    const other = alone.jira.people(20).at(-1)?.accountId ?? '';
    const refused = { moduleKey: 'my-seat', functionKey: 'getMySeats', payload: {}, accountId: other };
    await alone.forge.invoke(refused).catch(() => undefined);
    await first.ask('runSiteCheck', { check: 'ways-in' });
    const { checks } = await first.ask('runSiteCheck', { check: 'other-people' });
    expect(checks.find(({ check }) => check === 'other-people')?.outcome).toBe('none-yet');
  } finally {
    await alone.stop();
  }
  await open(colleague);
  expect(await run('other-people')).toMatchObject({ outcome: 'opened-it' });
  for (const [isListed, outcome] of [
    [true, 'listed'],
    [false, 'not-listed'],
  ] as const) {
    await admin.ask('recordSiteMeasurement', { check: 'admin-page-listed', isListed });
    expect(await answerOf('admin-page-listed')).toMatchObject({ outcome, by: admin.accountId });
  }
});

it('acts on what it found: jobs take nobody’s seat where Jira does not let them', async () => {
  await runMainJob(site);
  const profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  const all = { profileId, numbers: 'all-ready', expectedCount: ready.length } as const;
  await withSwitch('groupWriteAs', 'user-only', () => run('group-write-background'));
  const refused = await admin.envelope('startReclaim', all);
  expect(refused).toMatchObject({
    error: { code: 'refused', message: expect.stringContaining('site check') as string },
  });
  const outcomes = await Promise.all(
    ready.slice(0, 5).map(({ number }) => admin.ask('reclaimNow', { number, mode: 'apply' })),
  );
  const removed = outcomes.filter(({ outcome }) => outcome === 'removed').length;
  expect(removed).toBeGreaterThan(0); // a person who is there still may
  expect(await run('group-write-background')).toMatchObject({ outcome: 'works' });
  const left = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready').length;
  await admin.ask('startReclaim', { ...all, expectedCount: left });
});

it('exports what was found without a trace of anybody', async () => {
  const text = JSON.stringify(await admin.ask('getSupportFile', {}));
  expect(text).toContain('"check":"group-write-background","outcome":"works"');
  for (const { accountId, displayName } of site.jira.people(100)) {
    expect(text).not.toContain(accountId);
    expect(text).not.toContain(displayName);
  }
  const { groups } = await admin.ask('listJiraGroups', {});
  for (const { id, name } of groups) {
    expect(text).not.toContain(id);
    expect(text).not.toContain(name);
  }
});

it.each([
  [true, 'with-type'],
  [false, 'without-type'],
])('finds lifecycleEventType = %s: %s', async (lifecycleEventType, outcome) => {
  const source = { seats: 20, issues: 20, seed: 6 };
  const installed = await startSite({ source, switches: { lifecycleEventType } });
  try {
    await installed.forge.advanceTo(installed.clock.now() + 90 * MINUTE);
    const { ask } = asAdministrator(installed);
    const { checks } = await ask('runSiteCheck', { check: 'installed-event' });
    expect(checks.find(({ check }) => check === 'installed-event')?.outcome).toBe(outcome);
  } finally {
    await installed.stop();
  }
});
