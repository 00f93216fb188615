import { NO_GRANTS, type AppRoleGrants } from '../../src/domain/app-role';
import { SUGGESTED_BUDGET, type PointBudget } from '../../src/domain/point-budget';
import { Failure } from '../../src/ports/failures';
import type { SettingsStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';

export class MemorySettingsStore implements SettingsStore {
  private grants = NO_GRANTS;
  private budget = SUGGESTED_BUDGET;
  private readonly managed = new Set<string>();

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

  async listExternallyManaged(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.managed));
  }

  async markExternallyManaged(groupIds: readonly string[]): Promise<void> {
    for (const id of groupIds) this.managed.add(id);
    return Promise.resolve();
  }

  async unmarkExternallyManaged(groupIds: readonly string[]): Promise<void> {
    for (const id of groupIds) this.managed.delete(id);
    return Promise.resolve();
  }
}
