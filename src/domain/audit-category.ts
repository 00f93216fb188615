import type { ActivityKind } from './activity-kind';

/**
 * What Jira calls the categories of its audit log in its answers (`AuditingCategory` of Jira's own source), and the original's
 * names for them. Jira Cloud has no published list, so both are understood.
 */
const KINDS: Readonly<Record<string, ActivityKind>> = {
  auditing: 'admin-auditing',
  projects: 'admin-projects',
  'project changes': 'admin-projects',
  permissions: 'admin-permissions',
  'permission changes': 'admin-permissions',
  workflows: 'admin-workflows',
  'workflow changes': 'admin-workflows',
  notifications: 'admin-notifications',
  'notification changes': 'admin-notifications',
  fields: 'admin-fields',
  'custom fields': 'admin-fields',
  'custom field changes': 'admin-fields',
  'advanced roadmaps': 'admin-roadmaps',
  'advanced roadmaps changes': 'admin-roadmaps',
  plans: 'admin-roadmaps',
};
/** A category is any text of Jira, also the name of an object's own property. */
const KIND_OF_CATEGORY: ReadonlyMap<string, ActivityKind> = new Map(Object.entries(KINDS));

/** Which kind of evidence a record of the audit log is; every category that the original does not count is plain administration. */
export function kindOfCategory(category: string | null | undefined): ActivityKind {
  return KIND_OF_CATEGORY.get((category ?? '').trim().toLowerCase()) ?? 'administration';
}
