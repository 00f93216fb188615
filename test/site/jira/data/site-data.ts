import type { IssueTable } from './issue-table';
import type { AuditRecord, GroupRecord, RoleRecord, SiteRecord, UserRecord, ViewRecord } from './records';

/** Everything a site starts from. A JiraSite never changes it, so one may serve several sites. */
export interface SiteData {
  readonly site: SiteRecord;
  readonly roles: readonly RoleRecord[];
  readonly groups: readonly GroupRecord[];
  readonly users: readonly UserRecord[];
  readonly issues: IssueTable;
  readonly audit: readonly AuditRecord[];
  readonly views: readonly ViewRecord[];
  /** The instant a site of this data starts at unless told otherwise. */
  readonly startsAt: number;
}
