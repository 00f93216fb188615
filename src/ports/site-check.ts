import type { GroupId } from '../domain/identifiers';
import type { SiteKnowledge } from '../domain/site-check/answers';

/** What was found by trying on this site: one record, changed by whoever tries and by the tick. */
export interface SiteCheckStore {
  /** `NOTHING_TRIED` before anything was stored. */
  find(): Promise<SiteKnowledge>;
  /** Reads, changes and writes so that no concurrent change is lost; `change` may be called again. */
  update(change: (site: SiteKnowledge) => SiteKnowledge): Promise<SiteKnowledge>;
}

/** The group that only checks change. Throws a Failure; `jira-refused` where the person may not. */
export interface TestGroups {
  /** As the person at the page. */
  create(name: string): Promise<GroupId>;
  /** The group of exactly this name, as the app sees it; undefined when there is none. */
  find(name: string): Promise<GroupId | undefined>;
}

/** What one transaction is tried over; `same-key`: two entities that have a row of the same key each. */
export type TransactionTrial = 'two-entities' | 'entity-and-key' | 'same-key';

/** Writes that only show whether the store takes them; nothing of them stays. Throws a Failure when the store does not answer. */
export interface StoreTrials {
  /** False: the store refused it. */
  takesTransaction(over: TransactionTrial): Promise<boolean>;
}

/** The process that the platform runs the app in. */
export interface ProcessMemory {
  /** The most that the process ever held, in MB. */
  peakMb(): number;
}
