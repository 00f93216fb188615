import { bucketOf } from '../domain/account-bucket';
import type { GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { isInGrace, meetsCondition, type ReclamationRule } from '../domain/reclamation-rule';
import type { RemovalCandidate } from '../domain/removal-candidate';
import { subscriptionsOf, type SoftwareSubscription } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';

/**
 * Why the rule that proposed a seat would not propose it any more, by the groups that give it now: its condition or its grace
 * was changed, and no evaluation has looked since. Undefined: it would, or a person proposed the seat.
 */
export async function readChangedRule(
  candidate: RemovalCandidate,
  {
    rules,
    granting,
    now,
  }: { readonly rules: readonly ReclamationRule[]; readonly granting: readonly GroupId[]; readonly now: Instant },
  ports: Pick<Ports, 'subscriptions'>,
): Promise<string | undefined> {
  const rule = rules.find(({ id }) => id === candidate.ruleId);
  if (!rule || candidate.source === 'hand') return undefined;
  const outOfCondition = `The reclamation rule “${rule.name}” by now looks only at other seats.`;
  const { groupIds } = rule.condition;
  if (groupIds.length > 0 && !groupIds.some((id) => granting.includes(id))) return outOfCondition;
  if ((rule.changedAt ?? -Infinity) <= candidate.openedAt) return undefined;
  const seat = await findSeat(candidate, ports);
  if (!seat) return undefined; // the list does not show it: Jira says whether it is there
  if (!meetsCondition({ ...seat, groupIds: granting }, rule.condition)) return outOfCondition;
  return isInGrace(seat, { assignedAt: null, isProtected: false }, rule, now)
    ? `The reclamation rule “${rule.name}” by now leaves seats alone that are as new as this one.`
    : undefined;
}

async function findSeat(
  { profileId, accountId, roleKey }: RemovalCandidate,
  { subscriptions }: Pick<Ports, 'subscriptions'>,
): Promise<SoftwareSubscription | undefined> {
  const generation = await subscriptions.findCurrent(profileId);
  if (!generation) return undefined;
  const holders = await subscriptions.readBucket(generation, bucketOf(accountId, generation.buckets));
  const holder = holders.find((each) => each.accountId === accountId);
  return holder && subscriptionsOf(holder, generation.roles).find((each) => each.roleKey === roleKey);
}
