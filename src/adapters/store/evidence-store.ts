import { Filter, FilterConditions, kvs } from '@forge/kvs';
import {
  CHAIN_START,
  ENTRIES_TOGETHER,
  chainAll,
  type ChainHead,
  type EvidenceEntry,
  type EvidenceFacts,
} from '../../domain/evidence';
import { FULL_LOG, laterStart, type LogStart } from '../../domain/retention/log-start';
import { z } from 'zod';
import type { Sha256 } from '../../ports/ambient';
import { Failure, isFailure } from '../../ports/failures';
import type { EvidenceFilter, EvidenceStore } from '../../ports/stores';
import { deleteBatch, MOST_TOGETHER, readBatch, type StoredKey } from './batches';
import { evidenceQuery } from './evidence-query';
import { giveWay } from './give-way';
import { keyPart } from './key-part';
import { kvsCall } from './kvs-call';
import { readMany } from './plain-values';
import { ChainHeadRecord, EvidenceRecord, LogStartRecord } from './schemas';
import { VersionedRecords, type Known } from './versioned-records';

const ENTITY = 'evidence';
const HEAD = 'head';
const START = 'start';
const TRIES = 20;

/**
 * The hash-chained log: entries, their head and the name under which something is recorded once are written in one transaction, on
 * condition that the head has not moved. All are rows of one entity, for whether a transaction may mix entities or plain keys is not
 * documented; only entries have the columns that lists are made of.
 */
export class KvsEvidenceStore implements EvidenceStore {
  private readonly heads = new VersionedRecords(ENTITY, ChainHeadRecord);
  private readonly entries = new VersionedRecords(ENTITY, EvidenceRecord, columnsOf);
  private readonly starts = new VersionedRecords(ENTITY, LogStartRecord);
  private readonly names = new VersionedRecords(ENTITY, z.number().int());

  /** As our last entry left it: the next is sealed on it without reading, and refused where somebody else's came between. */
  private known: Known<ChainHead> | undefined;

  constructor(private readonly sha256: Sha256) {}

  async append(facts: EvidenceFacts, once?: string): Promise<EvidenceEntry> {
    return (await this.appendAll([facts], once)) as EvidenceEntry;
  }

  async appendTogether(all: readonly EvidenceFacts[], once: string): Promise<void> {
    if (all.length > ENTRIES_TOGETHER) throw new Error(`more than ${ENTRIES_TOGETHER} entries at once`);
    await this.appendAll(all, once);
  }

  /** Answers the first of the entries. */
  private async appendAll(all: readonly EvidenceFacts[], once?: string): Promise<EvidenceEntry | undefined> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const head = this.known ?? (await this.findHead());
      this.known = undefined;
      // Looked up after the head: whoever records the same before us moves the head, and our write is refused.
      const known = once === undefined ? undefined : await this.findNamed(once);
      if (known) {
        this.known = head;
        return known;
      }
      const entries = chainAll(head.value, all, this.sha256);
      const next = headAfter(entries, head);
      if (await this.seal(entries, next, once)) {
        this.known = next;
        return entries[0];
      }
      await giveWay(attempt);
    }
    throw new Failure('store-conflict', 'The evidence log is being written by many at once.');
  }

  async list({ cursor, ...filter }: EvidenceFilter & { cursor?: string | undefined }) {
    const query = evidenceQuery(ENTITY, filter, cursor);
    const page = await kvsCall(() => query.getMany());
    const entries = page.results.map((row) => this.entries.decode(row.value).value);
    return page.nextCursor === undefined ? { entries } : { entries, cursor: page.nextCursor };
  }

  async readHead(): Promise<ChainHead> {
    return (await this.heads.find(HEAD))?.value ?? CHAIN_START;
  }

  async readStart(): Promise<LogStart> {
    return (await this.starts.find(START))?.value ?? FULL_LOG;
  }

  async moveStart(start: LogStart): Promise<void> {
    await this.starts.update(START, (before = FULL_LOG) => laterStart(before, start));
  }

  async deleteEntries(first: number, count: number): Promise<void> {
    const { sequence } = await this.readStart();
    if (first + count - 1 > sequence) throw new Error('only entries before the start of the log are deleted');
    for (let from = first; from < first + count; from += MOST_TOGETHER)
      await deleteWithNames(entryKeys(from, Math.min(MOST_TOGETHER, first + count - from)));
  }

  async read(first: number, count: number): Promise<EvidenceEntry[]> {
    const rows = await readMany(entryKeys(first, count));
    return rows.map((row) => this.entries.decode(row.value).value).sort((a, b) => a.sequence - b.sequence);
  }

  private async findHead(): Promise<Known<ChainHead>> {
    const head = await this.heads.find(HEAD);
    if (head) return head;
    await this.heads.create(HEAD, CHAIN_START);
    return (await this.heads.find(HEAD)) ?? { revision: 1, value: CHAIN_START };
  }

  private async findNamed(once: string): Promise<EvidenceEntry | undefined> {
    const named = await this.names.find(nameKey(once));
    return named && (await this.entries.find(entryKey(named.value)))?.value;
  }

  /** False when another entry came first. A lost answer is told from a lost race by reading what stands in the entry's place. */
  private async seal(entries: readonly EvidenceEntry[], next: Known<ChainHead>, once?: string): Promise<boolean> {
    const [first] = entries;
    if (!first) return true;
    const head = this.heads.encode(next.value, next.revision);
    const key = once === undefined ? undefined : nameKey(once);
    const rows = entries.map((entry) => ({ key: entryKey(entry.sequence), row: this.entries.encode(entry, 1) }));
    if (rows[0] && key !== undefined) rows[0].row = { ...rows[0].row, name: key };
    const name = key === undefined ? [] : [{ key, row: this.names.encode(first.sequence, 1) }];
    const conditions = new Filter<typeof head>().and('revision', FilterConditions.equalTo(next.revision - 1));
    try {
      await kvsCall(() => {
        const all = kvs.transact().set(HEAD, head, { entityName: ENTITY, conditions });
        for (const each of [...rows, ...name]) all.set(each.key, each.row, { entityName: ENTITY });
        return all.execute();
      });
      return true;
    } catch (error) {
      if (!isFailure(error, 'store-unavailable', 'store-busy')) throw error;
      const there = await this.entries.find(entryKey(first.sequence));
      if (!there) throw error;
      return there.writer === rows[0]?.row.writer;
    }
  }
}

/** What the next entry is sealed on. */
function headAfter(entries: readonly EvidenceEntry[], { revision, value }: Known<ChainHead>): Known<ChainHead> {
  const last = entries.at(-1);
  return last ? { revision: revision + 1, value: { sequence: last.sequence, hash: last.hash } } : { revision, value };
}

function nameKey(once: string): string {
  return `name.${once.split('.').map(keyPart).join('.')}`;
}

function entryKey(sequence: number): string {
  return `entry.${String(sequence).padStart(10, '0')}`;
}

function entryKeys(first: number, count: number): StoredKey[] {
  return Array.from({ length: count }, (_, index) => ({ key: entryKey(first + index), entityName: ENTITY }));
}

const NamedRow = z.object({ name: z.string().optional() });

/** Deletes entries; first the names under which they were recorded once, which only they tell. At most `MOST_TOGETHER`. */
async function deleteWithNames(keys: readonly StoredKey[]): Promise<void> {
  const names = (await readBatch(keys)).flatMap(({ value }) => NamedRow.safeParse(value).data?.name ?? []);
  if (names.length > 0) await deleteBatch(names.map((key) => ({ key, entityName: ENTITY })));
  await deleteBatch(keys);
}

/** What lists are made of: an entry about nobody stands in no list of a person. */
function columnsOf({ sequence, at, kind, subject, by, candidate }: EvidenceEntry): Record<string, unknown> {
  const columns = Object.entries({ sequence, at, kind, subject, actor: by, candidate });
  return Object.fromEntries(columns.filter(([, value]) => value !== null));
}
