import { AREAS } from '../../../src/adapters/store/personal-data/areas';
import { runMainJob } from '../../site/main-job';
import { startSite, type RunningSite } from '../../site/site';
import { allCandidates, allSeats, asAdministrator, askPeopleFirst, asPerson, onlyProfile, type Person } from '../ask';
import { readAsBrowser } from '../browser-reading';
import { watchStore } from './watched-store';

const START_MS = 180_000;

let site: RunningSite;
let admin: Person & { accountId: string };
let store: ReturnType<typeof watchStore>;
let profileId: string;

beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 300, seed: 3 } });
  const everybody = [...site.jira.people(1000).map(({ accountId }) => accountId), ...site.jira.siteAdministrators()];
  store = watchStore(site, [...new Set(everybody)]);
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
}, START_MS);
afterAll(() => site.stop());

it('whatever the app stores of people can be erased, also what is gone a moment later', async () => {
  await setUp();
  await workOnCandidates();
  await haveOthersDecide();
  await site.control('POST', '/clock', { advance: '6d' });
  await runMainJob(site);
  expect([...store.left]).toEqual([]);
});

it('has looked at every other kind of stored values that names people', () => {
  const kinds = AREAS.map(({ entity, prefix }) => `${entity ?? ''} ${prefix}`.trim());
  // What this site has no occasion to write; their stores are tried in `erased-from-everything`.
  const others = ['cancel-run.', 'document group-returns', 'trend-acknowledgement.', 'person.', 'begun-change.'];
  others.push('unread.', 'found-activity.', 'document app-accounts');
  expect(kinds.filter((kind) => !store.seen.has(kind) && !others.includes(kind))).toEqual([]);
});

async function setUp(): Promise<void> {
  const { ask, accountId } = admin;
  const [first, second] = await allSeats(admin, profileId);
  if (!first || !second) throw new Error('nobody has a seat');
  await ask('saveExclusion', { target: { kind: 'user', accountId: first.accountId }, active: true });
  await ask('confirmAccountOwner', { accountId: second.accountId, kind: 'person' });
  await ask('saveSoftwareModel', { roleKey: first.roleKey, revision: 0, name: `Of ${accountId}`, unitCost: null });
  await ask('pauseJob', { jobId: `${profileId}.evaluate` });
  await ask('resumeJob', { jobId: `${profileId}.evaluate` });
  await ask('pauseJob', { jobId: `${profileId}.activity` });
  await ask('resumeJob', { jobId: `${profileId}.activity` });
  await ask('runSiteCheck', { check: 'group-write-background' });
  await site.forge.drain();
  await ask('runJobNow', { jobId: `${profileId}.download` });
  await readAsBrowser(site, admin, profileId).catch(() => undefined); // the background may be faster
  await site.forge.drain();
}

async function workOnCandidates(): Promise<void> {
  const { ask, accountId } = admin;
  await askPeopleFirst(site, admin, 3);
  const [asked, closed, noted] = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  if (!asked || !closed || !noted) throw new Error('too few are proposed');
  await ask('addWorkNote', { number: noted.number, text: `Ask ${accountId} about ${noted.accountId}` });
  await ask('closeCandidate', { number: closed.number, to: 'Closed Skipped', note: closed.accountId, keepDays: 30 });
  await ask('reclaimNow', { number: asked.number, mode: 'apply' });
  const answer = { number: asked.number, answer: 'keep', reason: `I am ${asked.accountId}` };
  const call = { function: 'my-seat-resolver', operation: 'answerNotice', payload: answer, as: asked.accountId };
  await site.control('POST', '/invoke', call);
  const decision = { keep: true, keepDays: 30, note: `${asked.accountId} may` };
  await admin.envelope('decideKeepRequest', { number: asked.number, ...decision });
}

async function haveOthersDecide(): Promise<void> {
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  const numbers = ready.map(({ number }) => number);
  const wanted = { profileId, numbers, expectedCount: numbers.length };
  const { id, takeable } = await admin.ask('requestReclaim', wanted);
  const second = asPerson(site, site.jira.siteAdministrators()[1] ?? '');
  const note = `Asked by ${admin.accountId}`;
  await second.ask('decideReclaimRequest', { profileId, id, approve: true, note, expectedCount: takeable });
  await site.forge.drain();
}
