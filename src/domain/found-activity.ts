import {
  mergeActivity,
  noActivity,
  withFact,
  type ActivityFact,
  type GivenAccess,
  type PersonActivity,
} from './activity';
import type { AccountId } from './identifiers';
import type { Instant } from './instant';

/** What was found of one person outside of the activity runs: by a last look, an event or a download. The next run takes it in. */
export interface FoundActivity {
  readonly accountId: AccountId;
  readonly facts: readonly ActivityFact[];
  /** Applications whose seat the person was seen to get. */
  readonly access: readonly GivenAccess[];
  /** What they did up to this moment nobody has asked about, or nobody knows when it was; null: nothing is left open. */
  readonly unreadUntil: Instant | null;
}

/** The people with what was found of them; of people who are not among them as well. */
export function withFound(
  people: readonly PersonActivity[],
  found: readonly FoundActivity[],
): readonly PersonActivity[] {
  if (found.length === 0) return people;
  const joined = new Map(people.map((person) => [person.accountId, person]));
  for (const each of found) {
    const before = joined.get(each.accountId) ?? noActivity(each.accountId);
    const until = Math.max(before.unreadUntil ?? -Infinity, each.unreadUntil ?? -Infinity);
    const merged = mergeActivity(before, asActivity(each));
    joined.set(each.accountId, until === -Infinity ? merged : { ...merged, unreadUntil: until });
  }
  return [...joined.values()];
}

/** It as the activity table keeps it, which does not know what is left open. */
export function asActivity({ accountId, facts, access }: FoundActivity): PersonActivity {
  const did = facts.reduce(withFact, noActivity(accountId));
  return access.length === 0 ? did : mergeActivity(did, { ...noActivity(accountId), assignedTo: access });
}
