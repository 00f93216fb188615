import { crawlCost, priorRate, probeCost, type SearchCost, type SearchKind } from '../domain/search-plan';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { Ports } from '../ports/ports';
import { countMemberships } from './count-memberships';
import { unlessFailed } from './unless-failed';

type Needs = Pick<Ports, 'subscriptions' | 'directory'>;

/** How the first run is likely to search, before anything was read: it decides anew when the cheap sources have spoken. */
export interface ExpectedSearch {
  readonly kind: Exclude<SearchKind, 'events'>;
  readonly crawl: SearchCost;
  readonly probe: SearchCost;
}

export function expectedSearch(issues: number, people: number): ExpectedSearch {
  const crawl = crawlCost(issues);
  const probe = probeCost(people, priorRate(people, people));
  return { kind: people > 0 && probe.points < crawl.points ? 'probe' : 'crawl', crawl, probe };
}

/** The same for a profile, in a sentence; empty when the people can't be counted, which another probe says. */
export async function describeSearch(
  profile: Pick<IntegrationProfile, 'id' | 'groupIds'>,
  issues: number,
  ports: Needs,
): Promise<string> {
  const people = await countPeople(profile, ports);
  if (people === undefined) return '';
  const { kind, crawl, probe } = expectedSearch(issues, people);
  return kind === 'crawl'
    ? `Activity will be read off them: about ${crawl.points} points, against ${probe.points} for asking about ${people} people.`
    : `Activity will be searched for per person, ${people} people: about ${probe.points} points, against ${crawl.points} for reading all work items.`;
}

function countPeople(
  { id, groupIds }: Pick<IntegrationProfile, 'id' | 'groupIds'>,
  { subscriptions, directory }: Needs,
): Promise<number | undefined> {
  return unlessFailed(
    async () => (await subscriptions.findCurrent(id))?.people ?? (await countMemberships(groupIds, directory)),
  );
}
