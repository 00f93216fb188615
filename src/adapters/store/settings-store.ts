import { z } from 'zod';
import { NO_GRANTS, type AppRoleGrants } from '../../domain/app-role';
import { NO_NOTICES, type NoticeSettings } from '../../domain/notice';
import { SUGGESTED_BUDGET, type PointBudget } from '../../domain/point-budget';
import { withReturn, type GroupReturn, type ManagedGroup } from '../../domain/managed-group';
import type { SettingsStore } from '../../ports/settings-store';
import { NoticeSettingsRecord } from './notice-schemas';
import { AppRoleGrantsRecord } from './schemas';
import { SettingsDocument } from './settings-document';
import { PointBudgetRecord } from './setup-schemas';
import { VersionedRecords } from './versioned-records';

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
/** Pairs, not properties: a group's id may be any text. */
const Returns: z.ZodType<[string, GroupReturn[]][]> = z.array(
  z.tuple([z.string(), z.array(z.object({ accountId: z.string(), candidate: z.string(), at: z.number() }))]),
);

export class KvsSettingsStore implements SettingsStore {
  private readonly grants = new SettingsDocument('app-roles', AppRoleGrantsRecord, NO_GRANTS, 'The roles');
  private readonly budget = new SettingsDocument('point-budget', PointBudgetRecord, SUGGESTED_BUDGET, 'The points');
  private readonly notices = new SettingsDocument(
    'notice-settings',
    NoticeSettingsRecord,
    NO_NOTICES,
    'The settings of notices',
  );
  private readonly groups = new VersionedRecords('document', ManagedGroups);
  private readonly returns = new VersionedRecords('document', Returns);

  findGrants(): Promise<AppRoleGrants> {
    return this.grants.find();
  }

  replaceGrants(grants: AppRoleGrants): Promise<AppRoleGrants> {
    return this.grants.replace(grants);
  }

  findPointBudget(): Promise<PointBudget> {
    return this.budget.find();
  }

  replacePointBudget(budget: PointBudget): Promise<PointBudget> {
    return this.budget.replace(budget);
  }

  findNoticeSettings(): Promise<NoticeSettings> {
    return this.notices.find();
  }

  replaceNoticeSettings(settings: NoticeSettings): Promise<NoticeSettings> {
    return this.notices.replace(settings);
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
    await this.returns.update(RETURNS, (known = []) => known.filter(([groupId]) => !groupIds.includes(groupId)));
  }

  async addReturn(groupId: string, found: GroupReturn): Promise<readonly GroupReturn[]> {
    const all = await this.returns.update(RETURNS, (known = []) => {
      const of = new Map(known).get(groupId) ?? [];
      const others = known.filter(([id]) => id !== groupId);
      return [...others, [groupId, [...withReturn(of, found)].slice(-RETURNS_KEPT)]];
    });
    return new Map(all).get(groupId) ?? [];
  }

  async listReturns(): Promise<ReadonlyMap<string, readonly GroupReturn[]>> {
    return new Map((await this.returns.find(RETURNS))?.value ?? []);
  }
}
