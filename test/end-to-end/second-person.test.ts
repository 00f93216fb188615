import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, asPerson, changeRules, confirmRules, onlyProfile, type Person } from './ask';

/** The first start after a change bundles the app. */
const START_MS = 180_000;
const ALONE = 2;
const DAY = 86_400_000;

let site: RunningSite;
let first: Person & { accountId: string };
let second: Person & { accountId: string };
let profileId: string;

beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 300, seed: 3 } });
  await runMainJob(site);
  first = asAdministrator(site);
  const accountId = site.jira.siteAdministrators()[1] ?? '';
  second = { accountId, ...asPerson(site, accountId) };
  profileId = await onlyProfile(first);
  await changeRules(first, profileId, { maxPercentPerRun: 100, secondPersonAbove: ALONE });
  await confirmRules(first, profileId);
}, START_MS);
afterAll(() => site.stop());

const ready = async () => (await allCandidates(first, profileId)).filter(({ state }) => state === 'Ready');

it('holds a large batch until another administrator approves it, and tells of both', async () => {
  const all = { profileId, numbers: 'all-ready', expectedCount: (await ready()).length } as const;
  expect(await first.envelope('startReclaim', all)).toMatchObject({ error: { code: 'refused' } });
  const { seatsAlone } = await first.ask('getSafetyGate', { profileId });
  expect(seatsAlone).toContainEqual({ roleKey: 'jira-software', seats: ALONE });

  const { id, takeable, savings, state } = await first.ask('requestReclaim', all);
  expect({ takeable, state }).toEqual({ takeable: all.expectedCount, state: 'open' });
  expect(savings.amount).toBeGreaterThan(0);
  const open = [{ id, profileId, seats: all.expectedCount }];
  expect((await second.ask('getOverview', {})).reclaimRequests).toEqual(open);

  const approval = { profileId, id, approve: true, expectedCount: takeable };
  expect(await first.envelope('decideReclaimRequest', approval)).toMatchObject({ error: { code: 'refused' } });
  const stranger = asPerson(site, (await ready())[0]?.accountId ?? '');
  expect(await stranger.envelope('decideReclaimRequest', approval)).toMatchObject({ error: { code: 'not-permitted' } });
  const wrong = { ...approval, expectedCount: takeable - 1 };
  expect(await second.envelope('decideReclaimRequest', wrong)).toMatchObject({ error: { code: 'conflict' } });
  expect(await ready()).toHaveLength(all.expectedCount);

  const approved = await second.ask('decideReclaimRequest', approval);
  expect(approved).toMatchObject({ state: 'approved', decidedBy: second.accountId, requestedBy: first.accountId });
  await site.forge.drain();
  const run = await second.ask('getJobRun', { runId: approved.runId ?? '' });
  expect(run.processed).toBe(all.expectedCount);
  expect(run.changed).toBeGreaterThan(ALONE);
  expect((await first.ask('getOverview', {})).reclaimRequests).toEqual([]);
  expect((await second.ask('decideReclaimRequest', approval)).runId).toBe(approved.runId);
});

it('keeps who asked, who tried and who approved in the evidence', async () => {
  const { entries } = await first.ask('listEvidence', {});
  const told = entries.filter(({ kind }) => /^reclaim-(requested|approved|started|refused)$/.test(kind)).reverse();
  const [before, asked, own, stranger, wrong, approved, started] = told.map(({ kind, by }) => ({ kind, by }));
  expect(before).toEqual({ kind: 'reclaim-refused', by: first.accountId });
  expect(asked).toEqual({ kind: 'reclaim-requested', by: first.accountId });
  expect(own).toEqual({ kind: 'reclaim-refused', by: first.accountId });
  expect(stranger?.kind).toBe('reclaim-refused');
  expect(wrong).toEqual({ kind: 'reclaim-refused', by: second.accountId });
  expect(approved).toEqual({ kind: 'reclaim-approved', by: second.accountId });
  expect(started).toEqual({ kind: 'reclaim-started', by: second.accountId });
  expect(told.find(({ kind }) => kind === 'reclaim-approved')?.details).toMatchObject({ initiator: first.accountId });
});

it('tells with the hourly look that nobody decided in time', async () => {
  const left = (await allCandidates(first, profileId)).filter(({ state }) => state === 'Attention Required');
  const numbers = left.map(({ number }) => number);
  const { id } = await first.ask('requestReclaim', { profileId, numbers, expectedCount: numbers.length });
  site.clock.advanceTo(site.clock.now() + 7 * DAY);
  await site.forge.trigger('hourly-tick');
  const { entries } = await first.ask('listEvidence', { kind: 'reclaim-expired' });
  expect(entries).toMatchObject([{ by: null, details: { requestId: id, initiator: first.accountId } }]);
});
