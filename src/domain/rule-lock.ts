import type { CandidateState, RemovalCandidate } from './removal-candidate';
import { protectionOf, type Freeze, type ReclamationRule } from './reclamation-rule';
import type { AccountId, GroupId, RoleKey } from './identifiers';
import { beginsSomewhere, overEverywhere } from './days/told-day';
import { utcDay, type Instant } from './instant';

/** Why nothing is removed that a rule proposed. Undefined: a person confirmed the rule as it is now. */
export function reviewLock(rule: Pick<ReclamationRule, 'name' | 'review'>): string | undefined {
  return rule.review
    ? undefined
    : `The reclamation rule “${rule.name}” is still to be reviewed. Look at it under Reclamation rules and confirm it; until then nobody it proposes is removed.`;
}

/** Why no seat of these applications is taken on such a day. Undefined: no rule of theirs rests. */
export function freezeLock(
  rules: readonly Pick<ReclamationRule, 'name' | 'roleKey' | 'freeze'>[],
  roleKeys: readonly RoleKey[],
  now: Instant,
): string | undefined {
  const resting = rules.find(({ roleKey, freeze }) => roleKeys.includes(roleKey) && isFrozen(freeze, now));
  if (!resting?.freeze) return undefined;
  return `The reclamation rule “${resting.name}” takes nobody’s seat ${tellFreeze(resting.freeze)}. Wait, or change the days in the rule.`;
}

/** Its days are days of the calendar: it rests while it is one of them anywhere. */
function isFrozen(freeze: Freeze | null, now: Instant): boolean {
  if (freeze === null) return false;
  return beginsSomewhere(utcDay(freeze.from)) <= now && now < overEverywhere(utcDay(freeze.until - 1));
}

/** `from 2026-12-20 to 2027-01-06`, both days among them; `on 2026-12-24`. */
export function tellFreeze({ from, until }: Freeze): string {
  const [first, last] = [utcDay(from), utcDay(until - 1)];
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
}

/** Why a candidate can't be removed because of the rules; every door to a removal asks. Undefined: nothing stands against it. */
export function candidateLock(
  candidate: Pick<RemovalCandidate, 'ruleId' | 'source' | 'inactiveDays'>,
  rules: readonly ReclamationRule[],
): string | undefined {
  if (candidate.source === 'hand') return undefined; // a person proposed it, so a person has looked
  const rule = rules.find(({ id }) => id === candidate.ruleId);
  if (!rule) return 'The reclamation rule that proposed this seat does not exist any more.';
  return reviewLock(rule) ?? changeLock(candidate, rule);
}

/** The rule was changed since, and no evaluation has looked at its candidates yet. */
function changeLock(
  { inactiveDays }: Pick<RemovalCandidate, 'inactiveDays'>,
  { name, createCandidates, includeNoActivity }: ReclamationRule,
): string | undefined {
  if (!createCandidates) return `The reclamation rule “${name}” only counts usage by now; it proposes nobody.`;
  if (inactiveDays === null && !includeNoActivity)
    return `The reclamation rule “${name}” by now keeps people of whom no activity was ever seen.`;
  return undefined;
}

/** Why the rule of a seat that would be lost with another one does not let it go. Undefined: it would. */
export function lostSeatLock(
  seat: string,
  rule: ReclamationRule | undefined,
  own: { readonly state: CandidateState; readonly until: Instant | null } | undefined,
  now: Instant,
): string | undefined {
  if (!rule) return `The seat of ${seat} would be lost too, and no reclamation rule judges it.`;
  if (!rule.createCandidates || rule.mode === 'preview')
    return `The seat of ${seat} would be lost too, and its rule “${rule.name}” takes nobody’s.`;
  const isAnswered =
    own?.state === 'Awaiting Revocation' || (own?.state === 'Awaiting User' && own.until !== null && own.until <= now);
  if (rule.notifyUser && !isAnswered)
    return `The seat of ${seat} would be lost too, and its rule has people asked first. Reclaim that seat as well.`;
  return reviewLock(rule);
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
