import type { ChainHead, EvidenceEntry, EvidenceFacts } from '../../domain/evidence';
import type { AccountId } from '../../domain/identifiers';
import { accountIdsIn, renamed, type Pseudonym } from '../../domain/privacy/pseudonym';
import type { LogStart } from '../../domain/retention/log-start';
import type { PeopleStore } from '../../ports/people-store';
import type { EvidenceFilter, EvidenceStore } from '../../ports/stores';

/**
 * Keeps account ids out of a log that can't be changed: facts come in with them, entries are sealed, stored and answered with the
 * people's pseudonyms instead.
 */
export class PseudonymousEvidence implements EvidenceStore {
  /** Of this invocation: one job tells much about the same people. */
  private readonly known = new Map<AccountId, Pseudonym>();

  constructor(
    private readonly log: EvidenceStore,
    private readonly people: PeopleStore,
  ) {}

  async append(facts: EvidenceFacts, once?: string): Promise<EvidenceEntry> {
    const names = await this.namesFor([facts]);
    return this.log.append(renamed(facts, names), once === undefined ? undefined : nameWithout(once, names));
  }

  async appendTogether(all: readonly EvidenceFacts[], once: string): Promise<void> {
    const names = await this.namesFor(all);
    const sealed = all.map((facts) => renamed(facts, names));
    await this.log.appendTogether(sealed, nameWithout(once, names));
  }

  async list({ subject, by, ...filter }: EvidenceFilter & { cursor?: string | undefined }) {
    const asked = [subject, by].filter((each) => each !== undefined);
    const names = new Map<AccountId, Pseudonym>();
    for (const accountId of asked) {
      const pseudonym = await this.people.findPseudonym(accountId);
      if (pseudonym === undefined) return { entries: [] };
      names.set(accountId, pseudonym);
    }
    return this.log.list(renamed({ ...filter, ...(subject ? { subject } : {}), ...(by ? { by } : {}) }, names));
  }

  readStart(): Promise<LogStart> {
    return this.log.readStart();
  }

  moveStart(start: LogStart): Promise<void> {
    return this.log.moveStart(start);
  }

  deleteEntries(first: number, count: number): Promise<void> {
    return this.log.deleteEntries(first, count);
  }

  readHead(): Promise<ChainHead> {
    return this.log.readHead();
  }

  read(first: number, count: number): Promise<EvidenceEntry[]> {
    return this.log.read(first, count);
  }

  private async namesFor(all: readonly EvidenceFacts[]): Promise<ReadonlyMap<AccountId, Pseudonym>> {
    const mentioned = new Set([
      ...all.flatMap(({ by, subject, people = [] }) => [by, subject, ...people].filter((each) => each !== null)),
      ...accountIdsIn(JSON.stringify(all)), // typed into a name of something
    ]);
    const unknown = [...mentioned].filter((accountId) => !this.known.has(accountId));
    for (const [accountId, pseudonym] of await this.people.pseudonymsOf(unknown)) this.known.set(accountId, pseudonym);
    return new Map([...this.known].filter(([accountId]) => mentioned.has(accountId)));
  }
}

/** A name under which something is told once may be made of the person it is about. */
function nameWithout(once: string, names: ReadonlyMap<AccountId, Pseudonym>): string {
  return [...names].reduce((name, [accountId, pseudonym]) => name.replaceAll(accountId, pseudonym), once);
}
