import type { AccountId } from '../identifiers';
import { plainText } from './plain-text';

/** What one entry of Jira's audit log tells. Category and summary are made for people: any language, wording or capitals. */
export interface AuditEntry {
  readonly category: string | null;
  readonly summary: string;
  /** The object of the entry and what is associated with it. */
  readonly items: readonly AuditItem[];
}

export interface AuditItem {
  readonly id: string | null;
  readonly name: string | null;
  /** A constant of Jira's such as `USER`, `GROUP` or `SCHEME`, the same in every language. */
  readonly type: string | null;
}

/** Types of what is no account. */
const THINGS: ReadonlySet<string> = new Set([
  'application',
  'application role',
  'audit log',
  'custom field',
  'group',
  'permissions',
  'plan',
  'project',
  'project category',
  'project component',
  'project role',
  'scheme',
  'version',
  'workflow',
]);

/** Accounts that an entry names, or may name: an item of a type that we don't know counts as one. */
export function accountsNamed({ items }: AuditEntry): AccountId[] {
  return items.flatMap(({ type, id, name }) => (THINGS.has(plainText(type)) ? [] : id || name || []));
}

/** Groups that an entry names, by id or name. */
export function groupsNamed({ items }: AuditEntry): Pick<AuditItem, 'id' | 'name'>[] {
  return items.filter(({ type }) => plainText(type) === 'group').map(({ id, name }) => ({ id, name }));
}
