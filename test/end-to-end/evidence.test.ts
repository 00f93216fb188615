import type { EvidenceVerification } from '../../src/shared/contract';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, confirmRules, liftLimits, onlyProfile, type Person } from './ask';
import { storedText } from './stored-text';

/** The first start after a change bundles the app. */
const START_MS = 180_000;
const FIRST = { sequence: 0, hash: '0'.repeat(64) };
const HIDDEN = /^(customer|app)$/;

let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;

/** Everything an administrator does in a first week: set up, look, refuse, exclude, take back. */
beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 300, seed: 5 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
  const [candidate, excluded] = await allCandidates(admin, profileId);
  await admin.envelope('startReclaim', { profileId, numbers: 'all-ready', expectedCount: 1 });
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
  const target = { kind: 'user', accountId: excluded?.accountId ?? '' } as const;
  await admin.ask('saveExclusion', { target, active: true });
  await admin.ask('reclaimNow', { number: candidate?.number ?? '', mode: 'apply' });
  await admin.ask('runJobNow', { jobId: `${profileId}.evaluate` });
  await site.forge.drain();
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready').length;
  await admin.ask('startReclaim', { profileId, numbers: 'all-ready', expectedCount: ready });
  await site.forge.drain();
  const { revision, ...profile } = await admin.ask('getProfile', { profileId });
  const { displayName, connectionName, analyzeFrom, groupIds } = profile;
  // Clearing "Calculate activity" makes it a draft again.
  const settings = { displayName, connectionName, downloadActivity: false, analyzeFrom, reclaim: false, groupIds };
  await admin.ask('saveProfile', { profileId, revision, ...settings });
}, START_MS);
afterAll(() => site.stop());

async function verify(): Promise<EvidenceVerification> {
  for (let after = FIRST; ;) {
    const piece = await admin.ask('verifyEvidence', { after });
    if (piece.isDone) return piece;
    after = piece.upTo;
  }
}

it('records every decision, job, removal, refusal and change', async () => {
  const { entries } = await admin.ask('readEvidence', { first: 1 });
  const kinds = new Set(entries.map(({ kind }) => kind));
  const expected = ['app-installed', 'profile-saved', 'profile-validated', 'profile-published', 'profile-unpublished'];
  expected.push('job-finished', 'candidates-decided', 'exclusion-saved');
  expected.push('reclaim-started', 'reclaim-refused', 'reclaim-intended', 'reclaim-done');
  expect([...kinds].sort()).toEqual(expect.arrayContaining(expected.sort()));
  const opened = entries.flatMap(({ details }) => (details['opened'] ?? []) as { number: string }[]);
  const candidates = await allCandidates(admin, profileId);
  expect(opened.map(({ number }) => number)).toEqual(expect.arrayContaining(candidates.map(({ number }) => number)));
});

it('finds what is about a person, of a kind, in a time', async () => {
  const { entries } = await admin.ask('listEvidence', { kind: 'reclaim-done' });
  const [newest] = entries;
  if (!newest?.subject) throw new Error('nothing was taken back');
  expect(entries.every(({ kind }) => kind === 'reclaim-done')).toBe(true);
  const about = (await admin.ask('listEvidence', { subject: newest.subject, from: newest.at, to: newest.at })).entries;
  expect(about).toContainEqual(newest);
  expect(await admin.ask('listEvidence', { by: 'somebody-else' })).toEqual({ entries: [] });
  expect(await admin.envelope('listEvidence', { kind: 'nothing' })).toMatchObject({ error: { code: 'bad-input' } });
});

it('stores account ids only: no name or e-mail of anybody, anywhere', async () => {
  const people = await everybody();
  const names = people.filter(({ accountType }) => !HIDDEN.test(accountType)).flatMap(textsOf);
  expect(names.length).toBeGreaterThan(60);
  const stored = storedText(site.forge.kvs.dump(''));
  expect(stored).toContain(admin.accountId);
  expect(names.filter((name) => stored.includes(name))).toEqual([]);
  expect(stored).not.toMatch(/[\w.]+@[\w-]+\.\w/);
});

it('seals no account id, and says whom its pseudonyms stand for', async () => {
  const { evidence } = (site.forge.kvs.dump('') as { entities: { evidence: object } }).entities;
  const stored = JSON.stringify(evidence);
  const accounts = Object.keys((site.forge.kvs.dump('person.') as { plain: object }).plain).map((key) =>
    key.slice('person.'.length),
  );
  expect(accounts).toContain(admin.accountId);
  const { people } = await admin.ask('readEvidence', { first: 1 });
  expect(Object.values(people)).toEqual(expect.arrayContaining(accounts));
  const all = await everybody();
  expect(all.filter(({ accountId }) => stored.includes(accountId))).toEqual([]);
});

interface JiraPerson {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress?: string;
  readonly accountType: string;
}

async function everybody(): Promise<JiraPerson[]> {
  const headers = { authorization: `Basic ${Buffer.from(`${admin.accountId}:x`).toString('base64')}` };
  return (await (
    await fetch(`${site.url}/rest/api/3/users/search?maxResults=1000`, { headers })
  ).json()) as JiraPerson[];
}

function textsOf({ displayName, emailAddress }: JiraPerson): string[] {
  return [displayName, ...(emailAddress ? [emailAddress] : [])];
}

it('proves the log, and notices whatever somebody with access to the storage changes', async () => {
  const whole = await verify();
  expect(whole).toMatchObject({ broken: null, upTo: whole.head });
  const { kvs } = site.forge;
  const key = (sequence: number) => `entry.${String(sequence).padStart(10, '0')}`;
  const entity = { entityName: 'evidence' };
  const { body } = kvs.handle('/api/v1/entity/get', JSON.stringify({ key: key(3), ...entity }));
  const { value } = body as { value: { record: object } };
  const put = (record: object) =>
    kvs.handle('/api/v1/entity/set', JSON.stringify({ key: key(3), ...entity, value: { ...value, record } }));
  put({ ...value.record, text: 'Nothing happened.' });
  expect((await verify()).broken).toEqual({ sequence: 3, problem: 'changed' });
  put({});
  expect((await verify()).broken).toEqual({ sequence: 3, problem: 'changed' });
  put(value.record);
  expect((await verify()).broken).toBeNull();
  kvs.handle('/api/v1/entity/delete', JSON.stringify({ key: key(whole.head.sequence), ...entity }));
  expect((await verify()).broken).toEqual({ sequence: whole.head.sequence, problem: 'cut-off' });
});
