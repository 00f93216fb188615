import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSON_FORM } from '../../../static/admin/src/features/evidence/log-file';
import { readLog, verifyLog } from '../../../static/admin/src/features/evidence/read-log';
import type { Patience } from '../../../static/admin/src/features/evidence/patience';
import { runMainJob } from '../../site/main-job';
import { startSite, type RunningSite } from '../../site/site';
import {
  allCandidates,
  allSeats,
  asAdministrator,
  asPerson,
  confirmRules,
  liftLimits,
  onlyProfile,
  seatGroups,
  type Person,
} from '../ask';

const START_MS = 180_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const COMMAND = join(__dirname, '../../tools/verify-evidence.mjs');
const IMPATIENT: Patience = { passes: () => false, wait: () => Promise.resolve() };

const folder = mkdtempSync(join(tmpdir(), 'retention-'));
let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;
/** Taken back on the first day and on the third. */
let early: string;
let late: string;

/** One seat is taken back on the first day, another two days later; everything else is closed. */
beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 300, seed: 5 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
  early = await takeOne();
  await site.control('POST', '/clock', { advance: '2d' });
  late = await takeOne();
}, START_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.stop();
});

/** Takes a seat back: not every group lets this app. Answers the candidate's number. */
async function takeOne(): Promise<string> {
  for (const { number, state } of await allCandidates(admin, profileId)) {
    if (state !== 'Ready') continue;
    if ((await admin.ask('reclaimNow', { number, mode: 'apply' })).outcome === 'removed') return number;
  }
  throw new Error('no seat could be taken back');
}

async function closeOpen(): Promise<void> {
  for (const { number, state } of await allCandidates(admin, profileId))
    if (!state.startsWith('Closed'))
      await admin.ask('closeCandidate', { number, to: 'Closed Skipped', note: 'Not needed.', keepDays: 365 });
}

/** The hourly look after a long time, without the hours between. */
async function lookAfter(ms: number): Promise<void> {
  site.clock.advanceTo(site.clock.now() + ms);
  await site.forge.trigger('hourly-tick');
  await site.forge.drain();
}

function storedKeys(): string[] {
  const { entities } = site.forge.kvs.dump('') as { entities: { evidence: Record<string, unknown> } };
  return Object.keys(entities.evidence);
}

const numbersOf = (keys: readonly string[]) =>
  keys.flatMap((key) => (key.startsWith('entry.') ? [Number(key.slice('entry.'.length))] : []));

it('lets nobody but a Jira administrator change it, and nobody below a year', async () => {
  const kept = await admin.ask('getEvidenceRetention', {});
  expect(kept).toMatchObject({ months: null, leastMonths: 12, deleted: null });
  const { revision } = kept;
  expect(await admin.envelope('saveEvidenceRetention', { months: 11, revision })).toMatchObject({
    error: { code: 'bad-input' },
  });
  const integratorGroupIds = await seatGroups(admin);
  await admin.ask('saveAppRoles', { integratorGroupIds, reclaimerGroupIds: [], viewerGroupIds: [], revision: 0 });
  const holders = (await allSeats(admin, profileId)).map((seat) => seat.accountId);
  const integrator = asPerson(site, holders.find((accountId) => accountId !== admin.accountId) ?? '');
  expect(await integrator.envelope('getEvidenceRetention', {})).toMatchObject({ ok: true });
  expect(await integrator.envelope('saveEvidenceRetention', { months: 12, revision })).toMatchObject({
    error: { code: 'not-permitted' },
  });
  await admin.ask('saveEvidenceRetention', { months: 12, revision });
  const { entries } = await admin.ask('listEvidence', { kind: 'evidence-retention-saved' });
  expect(entries).toMatchObject([{ by: admin.accountId, details: { before: null, months: 12 } }]);
});

it('keeps everything since the oldest open candidate was opened', async () => {
  const { entries } = await admin.ask('readEvidence', { first: 1 });
  const opened = entries.find(({ kind }) => kind === 'candidates-decided')?.sequence ?? 0;
  await lookAfter(YEAR - 2 * DAY + HOUR);
  const { deleted } = await admin.ask('getEvidenceRetention', {});
  expect(deleted?.upTo).toBeGreaterThan(0);
  expect(deleted?.upTo).toBeLessThan(opened);
  expect(numbersOf(storedKeys())).toContain(opened);
});

it('deletes what is older once nothing is open, with the names it was recorded under', async () => {
  await closeOpen();
  const before = await admin.ask('readEvidence', { first: 1 });
  const names = storedKeys().filter((key) => key.startsWith('name.')).length;
  await lookAfter(DAY + HOUR);
  const limit = site.clock.now() - YEAR;
  const { deleted } = await admin.ask('getEvidenceRetention', {});
  const old = before.entries.filter(({ at }) => Date.parse(at) < limit).map(({ sequence }) => sequence);
  expect(old.length).toBeGreaterThan(10);
  expect(deleted?.upTo).toBe(Math.max(...old));
  const numbers = numbersOf(storedKeys());
  expect(Math.min(...numbers)).toBe((deleted?.upTo ?? 0) + 1);
  const named = storedKeys().filter((key) => key.startsWith('name.')).length;
  expect(named).toBeLessThan(names);
});

it('proves the rest: on the page, and by the command from an export', async () => {
  const verdict = await verifyLog(
    (input) => admin.ask('verifyEvidence', input),
    () => true,
    IMPATIENT,
  );
  expect(verdict).toMatchObject({ broken: null, isDone: true });
  expect(verdict?.start.sequence).toBeGreaterThan(10);
  const parts: string[] = [];
  const ends = await readLog(
    (input) => admin.ask('readEvidence', input),
    (entries, people) => parts.push(JSON_FORM.lines(entries, people)),
    () => true,
    IMPATIENT,
  );
  if (!ends) throw new Error('no export');
  const file = join(folder, 'log.ndjson');
  writeFileSync(file, [JSON_FORM.head(ends, new Date(site.clock.now()).toISOString()), ...parts].join(''));
  const { stdout, status } = spawnSync(process.execPath, [COMMAND, file], { encoding: 'utf8' });
  expect(stdout).toContain(`Entries up to ${ends.start.sequence} were deleted, which the log records.`);
  expect(status).toBe(0);
});

it('refuses to go on with an export whose next entries were deleted meanwhile', async () => {
  expect(await admin.envelope('readEvidence', { first: 2 })).toMatchObject({ error: { code: 'conflict' } });
});

it('says that the early seat can’t be given back any more, and gives the late one back', async () => {
  expect((await admin.ask('getCandidate', { number: early })).whyNotRestorable).toBe('evidence-deleted');
  expect((await admin.ask('restoreNow', { number: early })).outcome).toBe('kept');
  const { rows } = await admin.ask('listChosenCandidates', { profileId, numbers: [early, late] });
  expect(rows.map(({ isRestorable }) => isRestorable)).toEqual([false, true]);
  const start = { profileId, of: { numbers: [early, late] }, expectedCount: 2 };
  expect(await admin.envelope('startRestore', start)).toMatchObject({ error: { code: 'conflict' } });
  expect((await admin.ask('getCandidate', { number: late })).whyNotRestorable).toBeNull();
  expect((await admin.ask('restoreNow', { number: late })).outcome).toBe('restored');
  const verdict = await verifyLog(
    (input) => admin.ask('verifyEvidence', input),
    () => true,
    IMPATIENT,
  );
  expect(verdict?.broken).toBeNull();
});
