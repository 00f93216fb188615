import type { AccountId } from '../../src/domain/identifiers';
import { FIRST_SETTINGS, type ActivitySettings } from '../../src/domain/view-counting';
import type { ActivitySettingsStore } from '../../src/ports/activity-settings';
import { Failure } from '../../src/ports/failures';
import { jsonCopy } from './json-copy';

export class MemoryActivitySettingsStore implements ActivitySettingsStore {
  private settings = FIRST_SETTINGS;
  private readonly apps = new Set<AccountId>();

  async find(): Promise<ActivitySettings> {
    return Promise.resolve(jsonCopy(this.settings));
  }

  async replace(settings: ActivitySettings): Promise<ActivitySettings> {
    await Promise.resolve();
    if (settings.revision !== this.settings.revision)
      throw new Failure('store-conflict', 'The settings of activity were changed meanwhile.');
    this.settings = { ...jsonCopy(settings), revision: settings.revision + 1 };
    return this.find();
  }

  async listApps(): Promise<ReadonlySet<AccountId>> {
    return Promise.resolve(new Set(this.apps));
  }

  async addApps(accountIds: readonly AccountId[]): Promise<void> {
    for (const id of accountIds) this.apps.add(id);
    return Promise.resolve();
  }
}
