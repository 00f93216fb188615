import { isKnownCategory } from './audit-category';
import type { AuditEntry } from './audit-entry';
import { plainText } from './plain-text';

/**
 * What an entry means for the access of the accounts it names: `joined` and `left` a group, the account was `created` or otherwise
 * `changed`, `none`, or `unclear` when it isn't understood; then access may have been given.
 */
export type AccessChange = 'joined' | 'left' | 'created' | 'changed' | 'none' | 'unclear';

/** Jira's English summaries. Whole texts: a part of one ("added") may stand in a sentence that says the opposite. */
const MEANING: Readonly<Record<string, AccessChange>> = {
  'user added to group': 'joined',
  'user removed from group': 'left',
  'user created': 'created',
  'user activated': 'created',
  'user reactivated': 'created',
  'user deactivated': 'changed',
  'user deleted': 'changed',
  'user updated': 'changed',
  "user's details updated": 'changed',
  "user's password changed": 'changed',
  'group created': 'none',
  'group deleted': 'none',
};

/** Entries of these categories are about access; an unknown summary among them may give it. */
const ABOUT_ACCESS: ReadonlySet<string> = new Set(['user management', 'group management', 'system', 'migration']);

export function accessChangeOf({ category, summary }: AuditEntry): AccessChange {
  const known = plainText(summary);
  if (Object.hasOwn(MEANING, known)) return MEANING[known] ?? 'unclear';
  const isAboutSomethingElse = isKnownCategory(category) && !ABOUT_ACCESS.has(plainText(category));
  return isAboutSomethingElse ? 'none' : 'unclear';
}

/** Whether access was, or may have been, given. */
export function mayGiveAccess(change: AccessChange): boolean {
  return change === 'joined' || change === 'created' || change === 'unclear';
}
