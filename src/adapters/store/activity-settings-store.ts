import { z } from 'zod';
import type { AccountId } from '../../domain/identifiers';
import { FIRST_SETTINGS, type ActivitySettings } from '../../domain/view-counting';
import type { ActivitySettingsStore } from '../../ports/activity-settings';
import { Failure } from '../../ports/failures';
import { v, withoutVersion } from './schemas';
import { VersionedRecords } from './versioned-records';

const SETTINGS = 'activity-settings';
const APPS = 'app-accounts';
/** A site has hundreds of apps; this many fit into one value. */
const MOST_APPS = 3_000;

const ActivitySettingsRecord: z.ZodType<ActivitySettings> = z
  .object({ v, revision: z.number().int(), countViews: z.boolean(), viewsFrom: z.number().nullable() })
  .transform(withoutVersion);

export class KvsActivitySettingsStore implements ActivitySettingsStore {
  private readonly settings = new VersionedRecords('document', ActivitySettingsRecord);
  private readonly apps = new VersionedRecords('document', z.array(z.string()));

  async find(): Promise<ActivitySettings> {
    return (await this.settings.find(SETTINGS))?.value ?? FIRST_SETTINGS;
  }

  replace(settings: ActivitySettings): Promise<ActivitySettings> {
    return this.settings.update(SETTINGS, (current = FIRST_SETTINGS) => {
      if (current.revision !== settings.revision)
        throw new Failure('store-conflict', 'The settings of activity were changed meanwhile.');
      return { ...settings, revision: settings.revision + 1 };
    });
  }

  async listApps(): Promise<ReadonlySet<AccountId>> {
    return new Set((await this.apps.find(APPS))?.value);
  }

  async addApps(accountIds: readonly AccountId[]): Promise<void> {
    const known = await this.listApps();
    if (accountIds.every((id) => known.has(id))) return;
    await this.apps.update(APPS, (before = []) => [...new Set([...before, ...accountIds])].slice(-MOST_APPS));
  }
}
