import type { AppRoleGrants } from '../domain/app-role';
import type { GroupId } from '../domain/identifiers';
import type { GroupReturn, ManagedGroup } from '../domain/managed-group';
import type { NoticeSettings } from '../domain/notice';
import type { PointBudget } from '../domain/point-budget';

/** What belongs to the installation, not to one profile. */
export interface SettingsStore {
  findGrants(): Promise<AppRoleGrants>;
  /** Conditional on `grants.revision`; answers them with the new one. */
  replaceGrants(grants: AppRoleGrants): Promise<AppRoleGrants>;
  /** The suggested one until somebody changed it. */
  findPointBudget(): Promise<PointBudget>;
  /** Conditional on `budget.revision`; answers it with the new one. */
  replacePointBudget(budget: PointBudget): Promise<PointBudget>;
  findNoticeSettings(): Promise<NoticeSettings>;
  /** Conditional on `settings.revision`; answers them with the new one. */
  replaceNoticeSettings(settings: NoticeSettings): Promise<NoticeSettings>;
  /** Groups that somebody else decides about: Jira refused to change them, or people come back. */
  listExternallyManaged(): Promise<ReadonlySet<GroupId>>;
  listManagedGroups(): Promise<readonly ManagedGroup[]>;
  /** A group that is marked already stays as it is. */
  markExternallyManaged(groupIds: readonly GroupId[], why?: Omit<ManagedGroup, 'groupId'>): Promise<void>;
  /** Also forgets who came back to it. */
  unmarkExternallyManaged(groupIds: readonly GroupId[]): Promise<void>;
  /** Notes that somebody came back to a group, once per candidate; answers everybody who did. */
  addReturn(groupId: GroupId, found: GroupReturn): Promise<readonly GroupReturn[]>;
  listReturns(): Promise<ReadonlyMap<GroupId, readonly GroupReturn[]>>;
}
