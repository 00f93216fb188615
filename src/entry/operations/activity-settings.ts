import { FREE_GB_SECONDS } from '../../domain/view-counting';
import type { ActivitySettingsView } from '../../shared/contract';
import { readActivitySettings, saveActivitySettings, type CountedViews } from '../../usecases/activity-settings';
import { done } from '../../usecases/outcome';
import { isoOrNull } from '../views';
import { mapOutcome, type Operations } from './operation';

export const activitySettingsOperations: Operations<'getActivitySettings' | 'saveActivitySettings'> = {
  getActivitySettings: async (_input, _caller, ports) => done(settingsView(await readActivitySettings(ports))),
  saveActivitySettings: async (input, { accountId }, ports) =>
    mapOutcome(await saveActivitySettings({ ...input, caller: accountId }, ports), settingsView),
};

function settingsView({ revision, countViews, viewsFrom, cost }: CountedViews): ActivitySettingsView {
  return {
    revision,
    countViews,
    viewsFrom: isoOrNull(viewsFrom),
    ...cost,
    freeGbSecondsPerMonth: FREE_GB_SECONDS,
  };
}
