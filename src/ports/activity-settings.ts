import type { AccountId } from '../domain/identifiers';
import type { ActivitySettings } from '../domain/view-counting';

/** What every product event needs to know: little, and read once by a process. */
export interface ActivitySettingsStore {
  /** `FIRST_SETTINGS` before anything was stored. */
  find(): Promise<ActivitySettings>;
  /** Conditional on `settings.revision` (throws `store-conflict`); answers them with the new one. */
  replace(settings: ActivitySettings): Promise<ActivitySettings>;
  /** Accounts that are known to be apps. */
  listApps(): Promise<ReadonlySet<AccountId>>;
  /** Remembers apps; those that are known already cost no write. */
  addApps(accountIds: readonly AccountId[]): Promise<void>;
}
