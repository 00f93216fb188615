import type { EvidenceVerification, Input, Output } from '../../src/shared/contract';
import { CSV_FORM, JSON_FORM } from '../../static/admin/src/features/evidence/log-file';
import { askPatiently } from '../../static/admin/src/features/evidence/patience';
import { readLog, verifyLog } from '../../static/admin/src/features/evidence/read-log';
import { filterOf, type FilterName } from '../../static/admin/src/features/evidence/use-evidence-filter';
import { verdictOf } from '../../static/admin/src/features/evidence/verdict';
import { CHAIN_START } from '../../src/domain/evidence';
import { readEvidence, verifyEvidence } from '../../src/usecases/verify-evidence';
import { evidenceView } from '../../src/entry/views';
import { MemoryEvidenceStore } from '../fakes/memory-evidence-store';
import { evidence } from '../ports/records';
import { sha256 } from '../fakes/world';

const anchor = (sequence: number) => ({ sequence, hash: 'a'.repeat(64) });
const verification = (
  upTo: number,
  head: number,
  broken: EvidenceVerification['broken'] = null,
  start = 0,
): EvidenceVerification => ({ upTo: anchor(upTo), head: anchor(head), start: anchor(start), broken, isDone: true });

test.each<[string, EvidenceVerification]>([
  ['All 12 entries are as they were written', verification(12, 12)],
  ['Entries 5 to 12 are as they were written. Older ones were deleted', verification(12, 12, null, 4)],
  ['Entries 5 to 7 were proven', verification(7, 12, { sequence: 8, problem: 'changed' }, 4)],
  ['The log is empty', verification(0, 0)],
  ['Entry 5 was changed', verification(4, 12, { sequence: 5, problem: 'changed' })],
  ['Nothing before it was proven', verification(0, 12, { sequence: 1, problem: 'changed' })],
  ['Entry 5 is missing, though later ones are there', verification(4, 12, { sequence: 5, problem: 'missing' })],
  ['it had 12 entries, and those from 11 on are gone', verification(10, 12, { sequence: 11, problem: 'cut-off' })],
  ['goes on behind its last entry, 12', verification(13, 12, { sequence: 13, problem: 'cut-off' })],
  ['Entry 5 does not follow', verification(4, 12, { sequence: 5, problem: 'unlinked' })],
])('%s', (sentence, given) => {
  expect(verdictOf(given, String)).toContain(sentence);
});

const NEVER = { passes: () => false, wait: () => Promise.resolve() };

describe('the log, read by the page', () => {
  async function log(entries: number) {
    const store = new MemoryEvidenceStore(sha256);
    for (let n = 0; n < entries; n += 1) await store.append(evidence(`entry ${n}`));
    const verify = async (input: Input<'verifyEvidence'>): Promise<Output<'verifyEvidence'>> => {
      const { broken, ...piece } = await verifyEvidence(input, { evidence: store, sha256 });
      return { ...piece, broken: broken ?? null };
    };
    const read = async (input: Input<'readEvidence'>): Promise<Output<'readEvidence'>> => {
      const piece = await readEvidence(input, { evidence: store });
      return { ...piece, entries: piece.entries.map(evidenceView), people: {} };
    };
    return { store, verify, read };
  }

  test('is proven with its progress', async () => {
    const { verify } = await log(1100);
    const progress: number[] = [];
    const result = await verifyLog(verify, ({ done }) => progress.push(done) > 0, NEVER);
    expect(result).toMatchObject({ broken: null, upTo: { sequence: 1100 } });
    expect(progress).toEqual([500, 1000]);
  });

  test('is left alone as soon as nobody wants it', async () => {
    const { verify, read } = await log(1100);
    let reports = 0;
    const stop = () => {
      reports += 1;
      return false;
    };
    expect(await verifyLog(verify, stop, NEVER)).toBeUndefined();
    expect(await readLog(read, () => undefined, stop, NEVER)).toBeUndefined();
    expect(reports).toBe(2);
  });

  test('becomes a file with every entry once', async () => {
    const { read, store } = await log(1100);
    let text = '';
    const head = await readLog(
      read,
      (entries) => (text += JSON_FORM.lines(entries, {})),
      () => true,
      NEVER,
    );
    expect(head).toEqual({ start: CHAIN_START, head: await store.readHead() });
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { sequence: number });
    expect(lines.map(({ sequence }) => sequence)).toEqual(store.all().map(({ sequence }) => sequence));
  });

  test('is a heading alone when nothing happened yet', async () => {
    const { read } = await log(0);
    expect(
      await readLog(
        read,
        () => undefined,
        () => true,
        NEVER,
      ),
    ).toEqual({ start: CHAIN_START, head: CHAIN_START });
    expect(CSV_FORM.head({ start: CHAIN_START, head: CHAIN_START }, '')).toMatch(/^\uFEFFNo\.,When \(UTC\),Kind,/);
  });
});

test('what is not written completely filters nothing; days are those of the person’s zone', () => {
  const of = (values: Partial<Record<FilterName, string>>) => filterOf((name) => values[name] ?? '', 'Europe/Berlin');
  expect(of({})).toEqual({});
  expect(of({ candidate: 'RC12', from: '2026-1' })).toEqual({});
  expect(of({ candidate: ' rc0000012 ', kind: 'reclaim-done', about: 'u-1', by: 'u-2' })).toEqual({
    candidate: 'RC0000012',
    kind: 'reclaim-done',
    subject: 'u-1',
    by: 'u-2',
  });
  expect(of({ from: '2026-11-01', to: '2026-11-30' })).toEqual({
    from: '2026-10-31T23:00:00.000Z',
    to: '2026-11-30T22:59:59.999Z',
  });
});

describe('a busy storage', () => {
  const isBusy = (error: unknown) => error instanceof Error && error.message === 'busy';
  const failing = (times: number, message = 'busy') => {
    let left = times;
    return () => {
      left -= 1;
      return left >= 0 ? Promise.reject(new Error(message)) : Promise.resolve('answer');
    };
  };
  const patient = async (ask: () => Promise<string>, isWanted: () => boolean = () => true) => {
    const waits: number[] = [];
    const told: number[] = [];
    const tell = (seconds: number) => told.push(seconds) > 0 && isWanted();
    const wait = (seconds: number) => Promise.resolve(void waits.push(seconds));
    const answer = await askPatiently(ask, tell, { passes: isBusy, wait }).catch((error: unknown) => error);
    return { answer, waits, told };
  };

  test('is waited for longer and longer, and what is waited for is told', async () => {
    expect(await patient(failing(3))).toEqual({ answer: 'answer', waits: [5, 10, 20], told: [5, 0, 10, 0, 20, 0] });
  });

  test('is not waited for without end, nor where waiting does not help', async () => {
    expect((await patient(failing(99))).answer).toBeInstanceOf(Error);
    expect(await patient(failing(1, 'not permitted'))).toMatchObject({ waits: [] });
  });

  test('is not waited for when nobody wants it any more', async () => {
    expect(await patient(failing(3), () => false)).toEqual({ answer: undefined, waits: [], told: [5] });
  });
});
