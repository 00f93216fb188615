import { z } from 'zod';
import { NO_GRANTS, type AppRoleGrants } from '../../domain/app-role';
import { NO_NOTICES, type NoticeSettings } from '../../domain/notice';
import { SUGGESTED_BUDGET, type PointBudget } from '../../domain/point-budget';
import { withReturn, type GroupReturn, type ManagedGroup } from '../../domain/managed-group';
import { Failure } from '../../ports/failures';
import type { SettingsStore } from '../../ports/settings-store';
import { NoticeSettingsRecord } from './notice-schemas';
import { AppRoleGrantsRecord } from './schemas';
import { PointBudgetRecord } from './setup-schemas';
import { VersionedRecords } from './versioned-records';

const GRANTS = 'app-roles';
const BUDGET = 'point-budget';
const NOTICES = 'notice-settings';
const MANAGED = 'externally-managed-groups';
const RETURNS = 'group-returns';
/** More of a group say nothing new. */
const RETURNS_KEPT = 50;
const REFUSED = { because: 'refused', since: null } as const;

/** Was a list of ids before the reason was remembered. */
const ManagedGroups: z.ZodType<ManagedGroup[]> = z.array(
  z.union([
    z.string().transform((groupId) => ({ groupId, ...REFUSED })),
    z.object({ groupId: z.string(), because: z.enum(['refused', 'returns']), since: z.number().nullable() }),
  ]),
);
const Returns: z.ZodType<Record<string, GroupReturn[]>> = z.record(
  z.string(),
  z.array(z.object({ accountId: z.string(), candidate: z.string(), at: z.number() })),
);

export class KvsSettingsStore implements SettingsStore {
  private readonly grants = new VersionedRecords('document', AppRoleGrantsRecord);
  private readonly budgets = new VersionedRecords('document', PointBudgetRecord);
  private readonly notices = new VersionedRecords('document', NoticeSettingsRecord);
  private readonly groups = new VersionedRecords('document', ManagedGroups);
  private readonly returns = new VersionedRecords('document', Returns);

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

  async findNoticeSettings(): Promise<NoticeSettings> {
    return (await this.notices.find(NOTICES))?.value ?? NO_NOTICES;
  }

  async replaceNoticeSettings(settings: NoticeSettings): Promise<NoticeSettings> {
    return this.notices.update(NOTICES, (current = NO_NOTICES) => {
      if (current.revision !== settings.revision)
        throw new Failure('store-conflict', 'The settings of notices were changed meanwhile.');
      return { ...settings, revision: settings.revision + 1 };
    });
  }

  async listExternallyManaged(): Promise<ReadonlySet<string>> {
    return new Set((await this.listManagedGroups()).map(({ groupId }) => groupId));
  }

  async listManagedGroups(): Promise<readonly ManagedGroup[]> {
    return (await this.groups.find(MANAGED))?.value ?? [];
  }

  async markExternallyManaged(
    groupIds: readonly string[],
    why: Omit<ManagedGroup, 'groupId'> = REFUSED,
  ): Promise<void> {
    await this.groups.update(MANAGED, (known = []) => {
      const fresh = groupIds.filter((id) => !known.some(({ groupId }) => groupId === id));
      return [...known, ...fresh.map((groupId) => ({ groupId, ...why }))];
    });
  }

  async unmarkExternallyManaged(groupIds: readonly string[]): Promise<void> {
    await this.groups.update(MANAGED, (known = []) => known.filter(({ groupId }) => !groupIds.includes(groupId)));
    if (!(await this.returns.find(RETURNS))) return;
    await this.returns.update(RETURNS, (known = {}) =>
      Object.fromEntries(Object.entries(known).filter(([groupId]) => !groupIds.includes(groupId))),
    );
  }

  async addReturn(groupId: string, found: GroupReturn): Promise<readonly GroupReturn[]> {
    const all = await this.returns.update(RETURNS, (known = {}) => ({
      ...known,
      [groupId]: [...withReturn(known[groupId] ?? [], found)].slice(-RETURNS_KEPT),
    }));
    return all[groupId] ?? [];
  }

  async listReturns(): Promise<ReadonlyMap<string, readonly GroupReturn[]>> {
    return new Map(Object.entries((await this.returns.find(RETURNS))?.value ?? {}));
  }
}
