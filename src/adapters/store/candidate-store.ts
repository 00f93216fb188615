import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { CANDIDATE_FLAGS } from '../../domain/candidate-marks';
import {
  CANDIDATE_STATES,
  isOpen,
  JUSTIFICATIONS,
  SEAT_FREED,
  type RemovalCandidate,
} from '../../domain/removal-candidate';
import { Failure } from '../../ports/failures';
import type { RevisedLines } from '../../ports/candidate-revisions';
import type { CandidateLine, CandidateStore } from '../../ports/stores';
import { MOST_TOGETHER, writeBatch } from './batches';
import { CoalescedReads } from './coalesced-reads';
import { deflated, ofDeflated } from './deflated-values';
import { existingKeys, readMany, readValue, writeValue } from './plain-values';
import { CandidateRecord } from './schemas';
import { allRows } from './stored-pages';
import { CandidateRows, type CandidateRow } from './table-rows';
import { VersionedRecords, type Versioned } from './versioned-records';

const ENTITY = 'removal-candidate';
const TABLES = 'document';
/** One for every application and profile. */
const MOST_OF_A_PERSON = 50;
const Revision = z.number().default(0);

export class KvsCandidateStore implements CandidateStore {
  private readonly records = new VersionedRecords(ENTITY, CandidateRecord, ({ state, accountId, openedAt }) =>
    isOpen(state) ? { person: accountId, openedAt } : { openedAt },
  );
  private readonly tables = new VersionedRecords(
    TABLES,
    ofDeflated(CandidateRows),
    () => ({}),
    (rows) => ({ deflated: deflated(rows) }),
  );
  private readonly buckets = new CoalescedReads();
  /**
   * Buckets as they were read last, null where there was none: a change need not read them again, for it is made on condition of
   * their revision, or that there is still none.
   */
  private readonly known = new Map<string, Versioned<CandidateRow[]> | null>();

  async find(number: string): Promise<RemovalCandidate | undefined> {
    return (await this.records.find(number))?.value;
  }

  async listOpenOf(accountId: string): Promise<RemovalCandidate[]> {
    const query = kvs
      .entity<{ person: string }>(ENTITY)
      .query()
      .index('by-person', { partition: [accountId] });
    const rows = await allRows(query.limit(MOST_OF_A_PERSON));
    return rows.map((row) => this.records.decode(row.value).value).filter(({ state }) => isOpen(state));
  }

  async createAll(candidates: readonly RemovalCandidate[], areNew = false): Promise<void> {
    for (let i = 0; i < candidates.length; i += MOST_TOGETHER)
      await this.createBatch(candidates.slice(i, i + MOST_TOGETHER), areNew);
  }

  async replace(candidate: RemovalCandidate): Promise<RemovalCandidate> {
    const next = { ...candidate, revision: candidate.revision + 1 };
    if (!(await this.records.replace(candidate.number, next, candidate.revision))) {
      throw new Failure('store-conflict', 'The candidate was changed meanwhile.');
    }
    return next;
  }

  findBucketCount(profileId: string): Promise<number | undefined> {
    return readValue(`candidate-buckets.${profileId}`, z.number().int().positive());
  }

  setBucketCount(profileId: string, count: number): Promise<void> {
    return writeValue(`candidate-buckets.${profileId}`, count);
  }

  async readBucket(profileId: string, count: number, bucket: number): Promise<CandidateLine[]> {
    return [...(await this.readRevision(profileId, count, bucket)).lines];
  }

  async readRevision(profileId: string, count: number, bucket: number): Promise<RevisedLines> {
    const key = bucketKey(profileId, count, bucket);
    const row = await this.buckets.read({ key, entityName: TABLES });
    const table = row === undefined ? null : this.tables.decode(row);
    this.known.set(key, table);
    return { revision: table?.revision ?? 0, lines: table?.value.map(unpack) ?? [] };
  }

  async listRevisions(profileId: string, count: number): Promise<number[]> {
    const keys = Array.from({ length: count }, (_, bucket) => revisionKey(profileId, count, bucket));
    const found = new Map((await readMany(keys.map((key) => ({ key })))).map(({ key, value }) => [key, value]));
    return keys.map((key) => Revision.parse(found.get(key)));
  }

  async writeBucket(profileId: string, count: number, bucket: number, lines: readonly CandidateLine[]): Promise<void> {
    await this.updateBucket(profileId, count, bucket, () => lines);
  }

  async updateBucket(
    profileId: string,
    count: number,
    bucket: number,
    change: (lines: readonly CandidateLine[]) => readonly CandidateLine[],
  ): Promise<RevisedLines> {
    const key = bucketKey(profileId, count, bucket);
    const known = this.known.get(key);
    this.known.delete(key);
    // Before the lines: whoever finds them changed has been told so.
    const announce = (revision: number) => writeValue(revisionKey(profileId, count, bucket), revision);
    const packed = (before: CandidateRow[] = []) => change(before.map(unpack)).map(pack);
    const { revision, value } = await this.tables.updateFrom(key, packed, known, announce);
    return { revision, lines: value.map(unpack) };
  }

  private async createBatch(candidates: readonly RemovalCandidate[], areNew: boolean): Promise<void> {
    const keys = candidates.map(({ number }) => ({ key: number, entityName: ENTITY }));
    const taken = areNew ? new Set() : await existingKeys(keys);
    const items = candidates
      .filter(({ number }) => !taken.has(number))
      .map((candidate) => ({
        key: candidate.number,
        entityName: ENTITY,
        value: this.records.encode(candidate, candidate.revision),
      }));
    if (items.length > 0) await writeBatch(items);
  }
}

function unpack(row: CandidateRow): CandidateLine {
  const [accountId, roleKey, number, state, openedAt, inactiveDays, settledAt = 0, flag = 0, until = 0, ...more] = row;
  const [justification = 0, seatFreed = 0, askedAt = 0, ...alsoLost] = more;
  return {
    accountId,
    roleKey,
    number,
    state: CANDIDATE_STATES[state] ?? 'Attention Required',
    openedAt,
    inactiveDays: inactiveDays < 0 ? null : inactiveDays,
    settledAt: settledAt === 0 ? null : settledAt,
    flag: CANDIDATE_FLAGS[flag - 1] ?? null,
    until: until === 0 ? null : until,
    askedAt: askedAt === 0 ? null : askedAt,
    alsoLost,
    justification: JUSTIFICATIONS[justification] ?? 'Low Usage',
    seatFreed: SEAT_FREED[seatFreed - 1] ?? null,
  };
}

function pack(line: CandidateLine): CandidateRow {
  const { accountId, roleKey, number, state, openedAt, inactiveDays, settledAt, flag, until } = line;
  const { justification, seatFreed, askedAt, alsoLost } = line;
  const columns = [CANDIDATE_STATES.indexOf(state), openedAt, inactiveDays ?? -1] as const;
  const marks = [settledAt ?? 0, flag ? CANDIDATE_FLAGS.indexOf(flag) + 1 : 0, until ?? 0] as const;
  const proof = seatFreed ? SEAT_FREED.indexOf(seatFreed) + 1 : 0;
  const rest = [...marks, JUSTIFICATIONS.indexOf(justification), proof, askedAt ?? 0] as const;
  if (alsoLost.length > 0) return [accountId, roleKey, number, ...columns, ...rest, ...alsoLost];
  if (rest.every((column) => column === 0)) return [accountId, roleKey, number, ...columns];
  return [accountId, roleKey, number, ...columns, ...rest];
}

/** Which revision a bucket has, or is about to have. */
function revisionKey(profileId: string, count: number, bucket: number): string {
  return `candidate-revision.${profileId}.${count}.${bucket}`;
}

function bucketKey(profileId: string, count: number, bucket: number): string {
  return `candidate-lines.${profileId}.${count}.${bucket}`;
}
