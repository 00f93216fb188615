import { latestActivity, noActivity, withFact, type ActivityFact, type PersonActivity } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { DAY, startOfDay, utcDay, type Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';
import { inParallel } from './in-parallel';
import type { Proposed, Setting } from './judge-seats';

/** Of more people every stamp of the days is read: that costs less then than looking for theirs. */
const LOOKED_FOR = 50;

type Seen = ReadonlyMap<AccountId, PersonActivity>;

/** Whom product events saw since activity was read last, for one evaluation: nobody is proposed whom the app knows to be active. */
export class KnownActive {
  private readonly days: readonly string[];
  private everybody: Promise<Seen> | undefined;

  constructor(
    { coverage, now }: Pick<Setting, 'coverage' | 'now'>,
    private readonly ports: Pick<Ports, 'stamps'>,
  ) {
    this.days = coverage ? daysBetween(coverage.to, now) : [];
  }

  /** Of those that rules would newly propose the ones of whom no event tells anything. The table tells of all others. */
  async without(proposed: readonly Proposed[]): Promise<readonly Proposed[]> {
    const accounts = new Set(proposed.map(({ subscription }) => subscription.accountId));
    const seen = await (accounts.size <= LOOKED_FOR ? this.find(accounts) : (this.everybody ??= this.readAll()));
    return proposed.filter(({ subscription, rule, decision }) => {
      const person = seen.get(subscription.accountId);
      const last = person && latestActivity(person, rule.activityBasis);
      return (last?.at ?? -Infinity) <= decision.silentSince;
    });
  }

  private async find(accounts: ReadonlySet<AccountId>): Promise<Seen> {
    const found = await inParallel([...accounts], (accountId) => this.ports.stamps.listOf(accountId, this.days));
    return byPerson(found.flat());
  }

  private async readAll(): Promise<Seen> {
    const found: ActivityFact[] = [];
    for (const day of this.days) {
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await this.ports.stamps.listDay(day, cursor);
        found.push(...page.stamps);
        cursor = page.cursor;
      }
    }
    return byPerson(found);
  }
}

function byPerson(facts: readonly ActivityFact[]): Seen {
  const people = new Map<AccountId, PersonActivity>();
  for (const fact of facts)
    people.set(fact.accountId, withFact(people.get(fact.accountId) ?? noActivity(fact.accountId), fact));
  return people;
}

function daysBetween(from: Instant, to: Instant): string[] {
  const days: string[] = [];
  for (let day = startOfDay(from); day <= to; day += DAY) days.push(utcDay(day));
  return days;
}
