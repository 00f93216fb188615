import { kvs } from '@forge/kvs';
import { platform } from '../ports/forge-globals';
import { KvsEvidenceStore } from '../../src/adapters/store/evidence-store';
import { ChainHeadRecord, EvidenceRecord } from '../../src/adapters/store/schemas';
import { VersionedRecords } from '../../src/adapters/store/versioned-records';
import { chainAll } from '../../src/domain/evidence';
import { JSON_FORM } from '../../static/admin/src/features/evidence/log-file';
import { readLog, verifyLog } from '../../static/admin/src/features/evidence/read-log';
import type { Input, Operation, Output } from '../../src/shared/contract';
import { sha256 } from '../fakes/world';
import { evidence } from '../ports/records';
import { startSite, type RunningSite } from '../site/site';
import { asAdministrator } from './ask';

/** LOG_ENTRIES=100000 proves and exports what the app writes in years; the suite takes a shorter log for the same steps. */
const ENTRIES = Number(process.env['LOG_ENTRIES'] ?? 20_000);
const [SECOND, MINUTE] = [1000, 60_000];
const BATCH = 25;
/** Batches that the storage takes in a second. */
const BATCHES = 500;

let site: RunningSite;
beforeAll(async () => {
  site = await startSite({ source: { seats: 20, issues: 20, seed: 1 } });
  await fillLog();
}, 300_000);
afterEach(() => site.faults.clear());
afterAll(() => site.stop());

/** Puts entries behind those that are there, as the app would have over the years, only faster. */
async function fillLog(): Promise<void> {
  platform.kvs = site.forge.kvs;
  const rows = new VersionedRecords('evidence', EvidenceRecord);
  let head = await new KvsEvidenceStore(sha256).readHead();
  for (let n = 0; n < ENTRIES; n += BATCH) {
    if ((n / BATCH) % BATCHES === 0) site.clock.advanceTo(site.clock.now() + MINUTE);
    const some = Array.from({ length: BATCH }, (_, i) => evidence(`entry ${n + i}`, 'RC0000001'));
    const entries = chainAll(head, some, sha256);
    head = entries.at(-1) ?? head;
    const key = (sequence: number) => `entry.${String(sequence).padStart(10, '0')}`;
    await kvs.batchSet(
      entries.map((each) => ({ key: key(each.sequence), entityName: 'evidence', value: rows.encode(each, 1) })),
    );
  }
  const { sequence, hash } = head;
  await new VersionedRecords('evidence', ChainHeadRecord).update('head', () => ({ sequence, hash }));
}

/** Asks the bundle as the page does: a refusal is thrown. */
async function ask<Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await asAdministrator(site).envelope(operation, input);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

/** Time passes while the page waits; what it was asked to wait is noted. */
function patience() {
  const waits: number[] = [];
  const wait = (seconds: number) => {
    waits.push(seconds);
    site.clock.advanceTo(site.clock.now() + seconds * SECOND);
    return Promise.resolve();
  };
  return { waits, wait, passes: (error: unknown) => error instanceof Error && error.message === 'internal' };
}

/** One call in the middle fails, however fast or slow this machine is; the app itself sends one again that only came too fast. */
function refuseOnce(): void {
  site.faults.add({ match: { kvs: 'batch/get', nth: ENTRIES / BATCH / 2 }, then: { status: 503 } });
}

it('proves a long log to its end although the storage fails in the middle', async () => {
  const patient = patience();
  refuseOnce();
  const shown: { done: number; waitsSeconds?: number }[] = [];
  const report = (walked: { done: number; waitsSeconds?: number }) => shown.push(walked) > 0;
  const verified = await verifyLog((input) => ask('verifyEvidence', input), report, patient);
  expect(verified).toMatchObject({ broken: null, isDone: true });
  expect(verified?.upTo.sequence).toBeGreaterThanOrEqual(ENTRIES);
  expect(patient.waits.length).toBeGreaterThan(0);
  expect(shown.some(({ done, waitsSeconds = 0 }) => done > 0 && waitsSeconds > 0)).toBe(true);
}, 300_000);

it('exports it whole, too', async () => {
  const patient = patience();
  refuseOnce();
  let lines = 0;
  let size = 0;
  const ends = await readLog(
    (input) => ask('readEvidence', input),
    (entries, people) => {
      lines += entries.length;
      size += JSON_FORM.lines(entries, people).length;
    },
    () => true,
    patient,
  );
  expect(lines).toBe(ends?.head.sequence);
  expect(lines).toBeGreaterThanOrEqual(ENTRIES);
  expect(size).toBeGreaterThan(ENTRIES * 100);
  expect(patient.waits.length).toBeGreaterThan(0);
}, 300_000);
