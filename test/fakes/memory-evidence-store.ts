import { CHAIN_START, chain, type EvidenceEntry, type EvidenceFacts } from '../../src/domain/evidence';
import type { Sha256 } from '../../src/ports/ambient';
import type { EvidenceStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';
import { Lag, pageOf } from './lagging-list';

const PAGE = 50;

export class MemoryEvidenceStore implements EvidenceStore {
  private readonly entries: EvidenceEntry[] = [];
  readonly lag = new Lag();

  constructor(private readonly sha256: Sha256) {}

  async append(facts: EvidenceFacts): Promise<EvidenceEntry> {
    const entry = chain(this.entries.at(-1) ?? CHAIN_START, jsonCopy(facts), this.sha256);
    this.entries.push(entry);
    this.lag.wrote(String(entry.sequence));
    return Promise.resolve(jsonCopy(entry));
  }

  async list({ candidate, cursor }: { candidate?: string | undefined; cursor?: string | undefined }) {
    const listed = this.entries
      .filter((entry) => this.lag.isListed(String(entry.sequence)))
      .filter((entry) => candidate === undefined || entry.candidate === candidate)
      .reverse();
    const { rows, cursor: next } = pageOf(listed, cursor, PAGE);
    return Promise.resolve(
      next === undefined ? { entries: jsonCopy(rows) } : { entries: jsonCopy(rows), cursor: next },
    );
  }

  /** The whole log, oldest first. */
  all(): EvidenceEntry[] {
    return jsonCopy(this.entries);
  }
}
