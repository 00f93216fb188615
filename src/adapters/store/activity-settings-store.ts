import { z } from 'zod';
import type { AccountId } from '../../domain/identifiers';
import { FIRST_SETTINGS, type ActivitySettings } from '../../domain/view-counting';
import type { ActivitySettingsStore } from '../../ports/activity-settings';
import { v, withoutVersion } from './schemas';
import { SettingsDocument } from './settings-document';
import { VersionedRecords } from './versioned-records';

const APPS = 'app-accounts';
/** A site has hundreds of apps; this many fit into one value. */
const MOST_APPS = 3_000;

const ActivitySettingsRecord: z.ZodType<ActivitySettings> = z
  .object({ v, revision: z.number().int(), countViews: z.boolean(), viewsFrom: z.number().nullable() })
  .transform(withoutVersion);

export class KvsActivitySettingsStore implements ActivitySettingsStore {
  private readonly settings = new SettingsDocument(
    'activity-settings',
    ActivitySettingsRecord,
    FIRST_SETTINGS,
    'The settings of activity',
  );
  private readonly apps = new VersionedRecords('document', z.array(z.string()));

  find(): Promise<ActivitySettings> {
    return this.settings.find();
  }

  replace(settings: ActivitySettings): Promise<ActivitySettings> {
    return this.settings.replace(settings);
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
