import { z } from 'zod';
import { NO_GRANTS, type AppRoleGrants } from '../../domain/app-role';
import { SUGGESTED_BUDGET, type PointBudget } from '../../domain/point-budget';
import { Failure } from '../../ports/failures';
import type { SettingsStore } from '../../ports/stores';
import { AppRoleGrantsRecord } from './schemas';
import { PointBudgetRecord } from './setup-schemas';
import { VersionedRecords } from './versioned-records';

const GRANTS = 'app-roles';
const BUDGET = 'point-budget';
const MANAGED = 'externally-managed-groups';

export class KvsSettingsStore implements SettingsStore {
  private readonly grants = new VersionedRecords('document', AppRoleGrantsRecord);
  private readonly budgets = new VersionedRecords('document', PointBudgetRecord);
  private readonly groups = new VersionedRecords('document', z.array(z.string()));

  async findGrants(): Promise<AppRoleGrants> {
    return (await this.grants.find(GRANTS))?.value ?? NO_GRANTS;
  }

  async replaceGrants(grants: AppRoleGrants): Promise<AppRoleGrants> {
    return this.grants.update(GRANTS, (current = NO_GRANTS) => {
      if (current.revision !== grants.revision)
        throw new Failure('store-conflict', 'The roles were changed meanwhile.');
      return { ...grants, revision: grants.revision + 1 };
    });
  }

  async findPointBudget(): Promise<PointBudget> {
    return (await this.budgets.find(BUDGET))?.value ?? SUGGESTED_BUDGET;
  }

  async replacePointBudget(budget: PointBudget): Promise<PointBudget> {
    return this.budgets.update(BUDGET, (current = SUGGESTED_BUDGET) => {
      if (current.revision !== budget.revision)
        throw new Failure('store-conflict', 'The point budget was changed meanwhile.');
      return { ...budget, revision: budget.revision + 1 };
    });
  }

  async listExternallyManaged(): Promise<ReadonlySet<string>> {
    return new Set((await this.groups.find(MANAGED))?.value);
  }

  async markExternallyManaged(groupIds: readonly string[]): Promise<void> {
    await this.groups.update(MANAGED, (known = []) => [...new Set([...known, ...groupIds])]);
  }

  async unmarkExternallyManaged(groupIds: readonly string[]): Promise<void> {
    await this.groups.update(MANAGED, (known = []) => known.filter((id) => !groupIds.includes(id)));
  }
}
