import { asHolderOf, lastActivityOf, noActivity, type Coverage, type PersonActivity } from '../../domain/activity';
import type { Instant } from '../../domain/instant';
import { countedAs } from '../../domain/license-position';
import type { ReclamationRule } from '../../domain/reclamation-rule';
import type { ListedSeat } from '../../domain/seat-list/seat-list';
import { subscriptionsOf } from '../../domain/software-subscription';
import type { CandidateLine, Generation } from '../../ports/stores';
import type { PeopleOfBuckets } from '../read-people';
import { SeatMap } from '../seat-map';

/** What a list is made from, the same for all its seats. */
export interface ListSetting {
  readonly generation: Generation;
  readonly coverage: Coverage | undefined;
  readonly rules: readonly ReclamationRule[];
  /** The moment of the evaluation whose numbers the list explains. */
  readonly now: Instant;
}

/** Every seat of some people, joined with their activity and their candidates. Counts the rule's kinds as the evaluation does. */
export function listSeats(
  { holders, activity }: PeopleOfBuckets,
  lines: readonly CandidateLine[],
  { generation, coverage, rules, now }: ListSetting,
): ListedSeat[] {
  const activityOf = new Map(activity.flat().map((person) => [person.accountId, person]));
  const candidateOf = SeatMap.of(lines);
  const role = placesOf(generation.roles.map(({ key }) => key));
  const group = placesOf(generation.groups.map(({ id }) => id));
  const ruleOf = new Map(generation.roles.map(({ key }) => [key, rules.find(({ roleKey }) => roleKey === key)]));
  return holders.flat().flatMap((holder) => {
    const person: PersonActivity = activityOf.get(holder.accountId) ?? noActivity(holder.accountId);
    return subscriptionsOf(holder, generation.roles).map((seat): ListedSeat => {
      const { accountId, roleKey, groupIds, firstSeen, traits } = seat;
      const did = asHolderOf(person, roleKey);
      const last = lastActivityOf(did, coverage, firstSeen);
      const since = laterOf(firstSeen, did.assignedAt);
      const rule = ruleOf.get(roleKey);
      const counted = rule ? lastActivityOf(did, coverage, firstSeen, rule.activityBasis) : last;
      const candidate = candidateOf.get(seat);
      return {
        accountId,
        role: role(roleKey),
        groups: groupIds.map(group),
        guest: traits?.guest ?? false,
        serviceAccount: traits?.serviceAccount ?? false,
        firstSeen: since ?? generation.knownSince,
        heldBefore: since === null,
        activity: last,
        ...countedAs(counted, coverage, rule, now),
        candidate: candidate ? { number: candidate.number, state: candidate.state } : null,
      };
    });
  });
}

/** The later of two moments; null: neither is known. */
function laterOf(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** The place of each, −1 of one that is not there. */
function placesOf(keys: readonly string[]): (key: string) => number {
  const places = new Map(keys.map((key, place) => [key, place]));
  return (key) => places.get(key) ?? -1;
}
