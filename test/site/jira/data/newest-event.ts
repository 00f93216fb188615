import type { IssueTable } from './issue-table';
import type { AuditRecord, UserRecord } from './records';

/**
 * When the newest thing in a data file happened. Views do not count: they lie ahead of the site's start and become
 * events when simulated time passes them.
 */
export function newestEvent(users: readonly UserRecord[], issues: IssueTable, audit: readonly AuditRecord[]): number {
  let newest = 0;
  for (const { created } of users) newest = Math.max(newest, Date.parse(created));
  for (const { created } of audit) newest = Math.max(newest, Date.parse(created));
  for (let row = 0; row < issues.rows; row += 1) newest = Math.max(newest, issues.updated(row));
  for (let event = 0; event < issues.events.length; event += 1)
    newest = Math.max(newest, issues.events.created(event), issues.events.updated(event));
  return newest;
}
