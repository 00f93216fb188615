import { NO_GRANTS, type AppRoleGrants } from '../../src/domain/app-role';
import { NO_NOTICES, type NoticeSettings } from '../../src/domain/notice';
import { SUGGESTED_BUDGET, type PointBudget } from '../../src/domain/point-budget';
import { withReturn, type GroupReturn, type ManagedGroup } from '../../src/domain/managed-group';
import { Failure } from '../../src/ports/failures';
import type { SettingsStore } from '../../src/ports/settings-store';
import { jsonCopy } from './json-copy';

export class MemorySettingsStore implements SettingsStore {
  private grants = NO_GRANTS;
  private budget = SUGGESTED_BUDGET;
  private notices = NO_NOTICES;
  private readonly managed = new Map<string, ManagedGroup>();
  private readonly returns = new Map<string, readonly GroupReturn[]>();

  async findGrants(): Promise<AppRoleGrants> {
    return Promise.resolve(jsonCopy(this.grants));
  }

  async replaceGrants(grants: AppRoleGrants): Promise<AppRoleGrants> {
    if (grants.revision !== this.grants.revision)
      throw new Failure('store-conflict', 'The roles were changed meanwhile.');
    this.grants = { ...jsonCopy(grants), revision: grants.revision + 1 };
    return this.findGrants();
  }

  async findPointBudget(): Promise<PointBudget> {
    return Promise.resolve(jsonCopy(this.budget));
  }

  async replacePointBudget(budget: PointBudget): Promise<PointBudget> {
    if (budget.revision !== this.budget.revision)
      throw new Failure('store-conflict', 'The point budget was changed meanwhile.');
    this.budget = { ...jsonCopy(budget), revision: budget.revision + 1 };
    return this.findPointBudget();
  }

  async findNoticeSettings(): Promise<NoticeSettings> {
    return Promise.resolve(jsonCopy(this.notices));
  }

  async replaceNoticeSettings(settings: NoticeSettings): Promise<NoticeSettings> {
    if (settings.revision !== this.notices.revision)
      throw new Failure('store-conflict', 'The settings of notices were changed meanwhile.');
    this.notices = { ...jsonCopy(settings), revision: settings.revision + 1 };
    return this.findNoticeSettings();
  }

  async listExternallyManaged(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.managed.keys()));
  }

  async listManagedGroups(): Promise<readonly ManagedGroup[]> {
    return Promise.resolve([...this.managed.values()]);
  }

  async markExternallyManaged(
    groupIds: readonly string[],
    why: Omit<ManagedGroup, 'groupId'> = { because: 'refused', since: null },
  ): Promise<void> {
    for (const groupId of groupIds) if (!this.managed.has(groupId)) this.managed.set(groupId, { groupId, ...why });
    return Promise.resolve();
  }

  async unmarkExternallyManaged(groupIds: readonly string[]): Promise<void> {
    for (const id of groupIds) {
      this.managed.delete(id);
      this.returns.delete(id);
    }
    return Promise.resolve();
  }

  async addReturn(groupId: string, found: GroupReturn): Promise<readonly GroupReturn[]> {
    const all = withReturn(this.returns.get(groupId) ?? [], found);
    this.returns.set(groupId, all);
    return Promise.resolve(jsonCopy(all));
  }

  async listReturns(): Promise<ReadonlyMap<string, readonly GroupReturn[]>> {
    return Promise.resolve(new Map(this.returns));
  }
}
