import { latestActivity, noActivity, withFact, type PersonActivity } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { DAY, startOfDay, utcDay, type Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';
import { inParallel } from './in-parallel';
import type { Proposed, Setting } from './judge-seats';

/** Of more people every stamp of the days is read: that costs less then than looking for theirs. */
const LOOKED_FOR = 50;

type Needs = Pick<Ports, 'stamps'>;

/**
 * Who of the people that rules would newly propose was seen by product events since activity was read last: nobody is proposed
 * whom the app knows to be active. Those that the table tells of are not among the proposed.
 */
export async function withoutKnownActive(
  proposed: readonly Proposed[],
  { coverage, now }: Pick<Setting, 'coverage' | 'now'>,
  ports: Needs,
): Promise<readonly Proposed[]> {
  if (proposed.length === 0 || !coverage) return proposed;
  const accounts = new Set(proposed.map(({ subscription }) => subscription.accountId));
  const seen = await readSeen(accounts, daysBetween(coverage.to, now), ports);
  return proposed.filter(({ subscription, rule, decision }) => {
    const person = seen.get(subscription.accountId);
    const last = person && latestActivity(person, rule.activityBasis);
    return (last?.at ?? -Infinity) <= decision.silentSince;
  });
}

async function readSeen(
  accounts: ReadonlySet<AccountId>,
  days: readonly string[],
  { stamps }: Needs,
): Promise<ReadonlyMap<AccountId, PersonActivity>> {
  const seen = new Map<AccountId, PersonActivity>();
  const note = (found: readonly Parameters<typeof withFact>[1][]) => {
    for (const fact of found)
      if (accounts.has(fact.accountId))
        seen.set(fact.accountId, withFact(seen.get(fact.accountId) ?? noActivity(fact.accountId), fact));
  };
  if (accounts.size <= LOOKED_FOR) {
    await inParallel([...accounts], async (accountId) => note(await stamps.listOf(accountId, days)));
    return seen;
  }
  for (const day of days) {
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await stamps.listDay(day, cursor);
      note(page.stamps);
      cursor = page.cursor;
    }
  }
  return seen;
}

function daysBetween(from: Instant, to: Instant): string[] {
  const days: string[] = [];
  for (let day = startOfDay(from); day <= to; day += DAY) days.push(utcDay(day));
  return days;
}
