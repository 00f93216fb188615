import { mergeActivity, noActivity, withFact, type ActivityFact, type PersonActivity } from './activity';
import type { AccountId } from './identifiers';
import type { Instant } from './instant';

/** What was found of one person outside of the activity runs: by a last look or an event. The next run takes it in. */
export interface FoundActivity {
  readonly accountId: AccountId;
  /** When it was found. */
  readonly at: Instant;
  readonly facts: readonly ActivityFact[];
  /** Something was seen up to this moment whose own moment nobody knows yet; null: the facts tell all. */
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
    joined.set(each.accountId, joinOne(before, each));
  }
  return [...joined.values()];
}

function joinOne(before: PersonActivity, { accountId, facts, unreadUntil }: FoundActivity): PersonActivity {
  const found = facts.reduce(withFact, noActivity(accountId));
  const until = Math.max(before.unreadUntil ?? -Infinity, unreadUntil ?? -Infinity);
  const merged = mergeActivity(before, found);
  return until === -Infinity ? merged : { ...merged, unreadUntil: until };
}
