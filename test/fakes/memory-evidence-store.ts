import {
  CHAIN_START,
  ENTRIES_TOGETHER,
  chain,
  type ChainHead,
  type EvidenceEntry,
  type EvidenceFacts,
} from '../../src/domain/evidence';
import type { Sha256 } from '../../src/ports/ambient';
import type { EvidenceFilter, EvidenceStore } from '../../src/ports/stores';
import { FULL_LOG, laterStart, type LogStart } from '../../src/domain/retention/log-start';
import { jsonCopy } from './json-copy';
import { Lag } from './lagging-list';

const PAGE = 50;

export class MemoryEvidenceStore implements EvidenceStore {
  private entries: EvidenceEntry[] = [];
  private start = FULL_LOG;
  private head: ChainHead = CHAIN_START;
  private readonly named = new Map<string, EvidenceEntry>();
  readonly lag = new Lag();

  constructor(private readonly sha256: Sha256) {}

  async append(facts: EvidenceFacts, once?: string): Promise<EvidenceEntry> {
    const known = once === undefined ? undefined : this.named.get(once);
    if (known) return Promise.resolve(jsonCopy(known));
    const entry = this.seal(facts);
    if (once !== undefined) this.named.set(once, entry);
    return Promise.resolve(jsonCopy(entry));
  }

  private seal(facts: EvidenceFacts): EvidenceEntry {
    const entry = chain(this.head, jsonCopy(facts), this.sha256);
    this.entries.push(entry);
    this.head = { sequence: entry.sequence, hash: entry.hash };
    this.lag.wrote(String(entry.sequence));
    return entry;
  }

  async appendTogether(all: readonly EvidenceFacts[], once: string): Promise<void> {
    if (all.length > ENTRIES_TOGETHER) throw new Error(`more than ${ENTRIES_TOGETHER} entries at once`);
    const isKnown = this.named.has(once);
    const [first] = isKnown ? [] : all.map((facts) => this.seal(facts));
    if (first) this.named.set(once, first);
    return Promise.resolve();
  }

  async list({ cursor, ...filter }: EvidenceFilter & { cursor?: string | undefined }) {
    const before = Number(cursor ?? Infinity);
    const listed = this.entries
      .filter((entry) => this.lag.isListed(String(entry.sequence)))
      .filter((entry) => entry.sequence < before && fits(entry, filter))
      .reverse();
    const entries = jsonCopy(listed.slice(0, PAGE));
    const last = entries.at(-1);
    return Promise.resolve(listed.length > PAGE && last ? { entries, cursor: String(last.sequence) } : { entries });
  }

  readHead(): Promise<ChainHead> {
    return Promise.resolve(this.head);
  }

  async readStart(): Promise<LogStart> {
    return Promise.resolve(this.start);
  }

  async moveStart(start: LogStart): Promise<void> {
    this.start = laterStart(this.start, start);
    return Promise.resolve();
  }

  async deleteEntries(first: number, count: number): Promise<void> {
    if (first + count - 1 > this.start.sequence)
      throw new Error('only entries before the start of the log are deleted');
    const isKept = ({ sequence }: EvidenceEntry) => sequence < first || sequence >= first + count;
    this.entries = this.entries.filter(isKept);
    for (const [name, entry] of this.named) if (!isKept(entry)) this.named.delete(name);
    return Promise.resolve();
  }

  read(first: number, count: number): Promise<EvidenceEntry[]> {
    const wanted = this.entries.filter(({ sequence }) => sequence >= first && sequence < first + count);
    return Promise.resolve(jsonCopy(wanted));
  }

  /** The whole log, oldest first. */
  all(): EvidenceEntry[] {
    return jsonCopy(this.entries);
  }

  /** Somebody with access to the storage changes what is there; the head stays. */
  tamper(change: (entries: EvidenceEntry[]) => EvidenceEntry[]): void {
    this.entries = change(this.all());
  }
}

function fits(entry: EvidenceEntry, { kind, subject, by, candidate, from, to }: EvidenceFilter): boolean {
  const equal = (wanted: string | undefined, is: string | null) => wanted === undefined || wanted === is;
  return (
    equal(kind, entry.kind) &&
    equal(subject, entry.subject) &&
    equal(by, entry.by) &&
    equal(candidate, entry.candidate) &&
    entry.at >= (from ?? 0) &&
    entry.at <= (to ?? Infinity)
  );
}
