import type { RemovalCandidate } from './removal-candidate';
import { protectionOf, type ReclamationRule } from './reclamation-rule';
import type { AccountId, GroupId } from './identifiers';

/** Why nothing is removed that a rule proposed. Undefined: a person confirmed the rule as it is now. */
export function reviewLock(rule: Pick<ReclamationRule, 'name' | 'review'>): string | undefined {
  return rule.review
    ? undefined
    : `The reclamation rule “${rule.name}” is still to be reviewed. Look at it under Reclamation rules and confirm it; until then nobody it proposes is removed.`;
}

/** Why a candidate can't be removed because of the rules; every door to a removal asks. Undefined: nothing stands against it. */
export function candidateLock(
  candidate: Pick<RemovalCandidate, 'ruleId' | 'source'>,
  rules: readonly ReclamationRule[],
): string | undefined {
  if (candidate.source === 'hand') return undefined; // a person proposed it, so a person has looked
  const rule = rules.find(({ id }) => id === candidate.ruleId);
  return rule ? reviewLock(rule) : 'The reclamation rule that proposed this seat does not exist any more.';
}

/** Why somebody is never removed, from the groups Jira says they are in now: any rule of the profile protects. */
export function protectionLock(
  person: { readonly accountId: AccountId; readonly groupIds: readonly GroupId[] },
  rules: readonly ReclamationRule[],
): string | undefined {
  for (const rule of rules) {
    const protection = protectionOf(rule, person);
    if (protection === 'person') return `The reclamation rule “${rule.name}” protects this person.`;
    if (protection === 'group') return `The person is in a group that the reclamation rule “${rule.name}” protects.`;
  }
  return undefined;
}
