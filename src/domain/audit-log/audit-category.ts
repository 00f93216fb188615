import type { ActivityKind } from '../activity-kind';
import type { AuditEntry } from './audit-entry';
import { plainText } from './plain-text';

/**
 * What Jira calls the categories of its audit log in its answers (`AuditingCategory` of Jira's own source), and the original's
 * names for them. Jira Cloud has no published list, so both are understood.
 */
const KIND_OF_CATEGORY: Readonly<Record<string, ActivityKind>> = {
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
  // The original does not count these.
  'group management': 'administration',
  migration: 'administration',
  schemes: 'administration',
  system: 'administration',
  'user management': 'administration',
};

/** Of a category in another language the type of the object tells the same; a scheme may belong to several. */
const KIND_OF_OBJECT: Readonly<Record<string, ActivityKind>> = {
  'audit log': 'admin-auditing',
  project: 'admin-projects',
  'project component': 'admin-projects',
  permissions: 'admin-permissions',
  workflow: 'admin-workflows',
  'custom field': 'admin-fields',
  plan: 'admin-roadmaps',
};

function kindOfCategory(category: string | null): ActivityKind | undefined {
  const known = plainText(category);
  return Object.hasOwn(KIND_OF_CATEGORY, known) ? KIND_OF_CATEGORY[known] : undefined;
}

/** Whether the category is known, whatever it counts as. */
export function isKnownCategory(category: string | null): boolean {
  return kindOfCategory(category) !== undefined;
}

/** Which kind of evidence an entry is of who made it; `admin-unclear` when neither category nor object tells. */
export function kindOfEntry({ category, items }: AuditEntry): ActivityKind {
  const type = plainText(items[0]?.type);
  const ofObject = Object.hasOwn(KIND_OF_OBJECT, type) ? KIND_OF_OBJECT[type] : undefined;
  return kindOfCategory(category) ?? ofObject ?? 'admin-unclear';
}
