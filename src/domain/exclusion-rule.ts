import type { AccountId, RoleKey } from './identifiers';
import type { Instant } from './instant';

/**
 * What a rule keeps out of counts, costs and candidates: every seat of an application (a subscription identifier, for the
 * profile type) or every seat of a person (in all profiles).
 */
export type ExclusionTarget =
  { readonly kind: 'identifier'; readonly roleKey: RoleKey } | { readonly kind: 'user'; readonly accountId: AccountId };

export interface ExclusionRule {
  /** Made from the target: two rules for the same one can't exist. */
  readonly id: string;
  /** 0 before it is stored. */
  readonly revision: number;
  readonly target: ExclusionTarget;
  /** An inactive rule excludes nobody and keeps its place in the list. */
  readonly active: boolean;
  readonly createdAt: Instant;
  readonly createdBy: AccountId;
  readonly changedAt: Instant;
  readonly changedBy: AccountId;
}

/** More rules than this no longer fit into one stored record. */
export const MOST_EXCLUSIONS = 500;

export function exclusionId(target: ExclusionTarget): string {
  return target.kind === 'user' ? `user.${target.accountId}` : `identifier.${target.roleKey}`;
}

/** The active rule that excludes a seat. A rule about the person comes first: it says more. */
export function findExclusion(
  seat: { readonly accountId: AccountId; readonly roleKey: RoleKey },
  rules: readonly ExclusionRule[],
): ExclusionRule | undefined {
  let found: ExclusionRule | undefined;
  for (const rule of rules) {
    if (!rule.active || !isMatch(rule.target, seat)) continue;
    if (rule.target.kind === 'user') return rule;
    found ??= rule;
  }
  return found;
}

function isMatch(target: ExclusionTarget, seat: { accountId: AccountId; roleKey: RoleKey }): boolean {
  return target.kind === 'user' ? target.accountId === seat.accountId : target.roleKey === seat.roleKey;
}

/** Why an excluded seat is left alone. */
export function explainExclusion({ target }: Pick<ExclusionRule, 'target'>): string {
  return target.kind === 'user'
    ? 'An exclusion rule keeps every seat of this person.'
    : 'An exclusion rule keeps every seat of this application.';
}
