import { inflateSync } from 'node:zlib';
import { splitAccount } from '../../../src/domain/seat-list/account-form';
import { runMainJob } from '../../site/main-job';
import { startSite, type RunningSite } from '../../site/site';
import { allCandidates, allSeats, asAdministrator, confirmRules, liftLimits, onlyProfile, type Person } from '../ask';

const START_MS = 180_000;
const FIRST = { sequence: 0, hash: '0'.repeat(64) };

let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;
/** Was erased and still holds a seat. */
let stillSeated: string;

beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 300, seed: 5 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
}, START_MS);
afterAll(() => site.stop());

/** Everything the app has stored, what is packed included, as text; ids that are packed by their form are told apart by the rest. */
function stored(): string {
  const dump = site.forge.kvs.dump('') as { plain: Record<string, Record<string, unknown>> };
  const packed = Object.values(dump.plain).flatMap(({ deflated, shapes, accounts, columns }) =>
    [deflated, shapes, accounts, columns].filter((each) => typeof each === 'string'),
  );
  return (
    JSON.stringify(dump) + packed.map((text) => inflateSync(Buffer.from(text, 'base64')).toString('utf8')).join('')
  );
}

async function everybody(): Promise<string[]> {
  const headers = { authorization: `Basic ${Buffer.from(`${admin.accountId}:x`).toString('base64')}` };
  const url = `${site.url}/rest/api/3/users/search?maxResults=1000`;
  return ((await (await fetch(url, { headers })).json()) as { accountId: string }[]).map(({ accountId }) => accountId);
}

async function expectErased(accountId: string): Promise<void> {
  expect(stored()).not.toContain(accountId);
  expect(stored()).not.toContain(splitAccount(accountId).rest);
  expect(JSON.stringify(site.forge.logs())).not.toContain(accountId);
  const exported = await admin.ask('readEvidence', { first: 1 });
  expect(JSON.stringify(exported)).not.toContain(accountId);
  expect(JSON.stringify(await allSeats(admin, profileId))).not.toContain(accountId);
  for (let after = FIRST; ;) {
    const piece = await admin.ask('verifyEvidence', { after });
    after = piece.upTo;
    expect(piece.broken).toBeNull();
    if (piece.isDone) break;
  }
  const { entries } = await admin.ask('listEvidence', { kind: 'person-erased' });
  expect(entries[0]?.subject).toMatch(/^person-/);
}

it('reports every account that is stored, at most 90 at a time, within 7 days', async () => {
  await site.control('POST', '/clock', { advance: '7d' });
  const reports = site.forge.accounts.reports;
  expect(Math.max(...reports.map(({ accountIds }) => accountIds.length))).toBeLessThanOrEqual(90);
  const text = stored();
  const known = (await everybody()).filter((accountId) => text.includes(accountId));
  expect(known.length).toBeGreaterThan(50);
  const told = new Set(reports.flatMap(({ accountIds }) => accountIds));
  expect(known.filter((accountId) => !told.has(accountId))).toEqual([]);
  const times = [...told].map((accountId) =>
    reports.flatMap((report) => (report.accountIds.includes(accountId) ? [Date.parse(report.at)] : [])),
  );
  const gaps = times.flatMap((each) => each.slice(1).map((at, n) => at - (each[n] ?? at)));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(7 * 86_400_000);
});

it('erases somebody by hand from everything, and the log still verifies', async () => {
  const candidates = await allCandidates(admin, profileId);
  const [taken, open] = candidates.filter(({ state }) => state === 'Ready');
  if (!taken || !open) throw new Error('nobody is proposed');
  stillSeated = open.accountId;
  await admin.ask('addWorkNote', { number: taken.number, text: 'On parental leave?' });
  await admin.ask('reclaimNow', { number: taken.number, mode: 'apply' });
  for (const { accountId, number } of [taken, open]) {
    expect(stored()).toContain(accountId);
    await admin.ask('erasePerson', { accountId });
    await site.forge.drain();
    await expectErased(accountId);
    expect(await admin.ask('getCandidate', { number })).toMatchObject({
      accountId: expect.stringMatching(/^person-/) as unknown,
    });
  }
  expect((await admin.ask('getCandidate', { number: open.number })).state).toBe('Closed Skipped');
});

it('reads a seat that somebody still holds anew, as somebody new who is not proposed', async () => {
  await site.control('POST', '/clock', { advance: '25h' });
  const seats = await allSeats(admin, profileId);
  expect(seats.some(({ accountId }) => accountId.startsWith('person-'))).toBe(false);
  const own = seats.filter(({ accountId }) => accountId === stillSeated);
  expect(own).toMatchObject([{ usage: expect.not.stringMatching('inactive') as unknown, candidate: null }]);
  expect(Date.parse(own[0]?.firstSeen ?? '')).toBeGreaterThan(site.clock.now() - 26 * 3_600_000);
});

it('does not erase whom a setting protects', async () => {
  const [seat] = await allSeats(admin, profileId);
  const accountId = seat?.accountId ?? '';
  await admin.ask('saveExclusion', { target: { kind: 'user', accountId }, active: true });
  expect(await admin.envelope('erasePerson', { accountId })).toMatchObject({ error: { code: 'refused' } });
  expect(stored()).toContain(accountId);
});

it('erases whose account Atlassian says is closed', async () => {
  const text = stored();
  const [, ...others] = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  const closed = others.find(({ accountId }) => text.includes(accountId));
  if (!closed) throw new Error('nobody is left');
  await site.control('POST', '/account', { accountId: closed.accountId, state: 'closed' });
  await admin.ask('runJobNow', { jobId: 'installation.report' });
  await site.forge.drain();
  await expectErased(closed.accountId);
});
