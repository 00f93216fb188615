import type { RecordedExchange } from '../site/core/exchange';
import type { RunningSite } from '../site/site';

/** The number of the last recorded exchange: what comes later came since. */
export const mark = ({ jira }: RunningSite): number => jira.traffic(0).at(-1)?.n ?? 0;

/**
 * Memberships that were not taken and given back in turn, each with what befell it: taken again although nobody had given it
 * back, or given back although nobody had taken it. Told by what Jira itself answered, whatever a fault made of the answer.
 */
export function outOfTurn({ jira }: RunningSite, since: number): string[] {
  const changes = new Map<string, RecordedExchange[]>();
  for (const exchange of jira.traffic(since)) {
    const isChange = exchange.url.includes('/group/user') && exchange.method !== 'GET';
    if (!isChange || exchange.jiraStatus === null || exchange.jiraStatus >= 300) continue;
    const name = membershipOf(exchange);
    changes.set(name, [...(changes.get(name) ?? []), exchange]);
  }
  return [...changes]
    .filter(([, all]) => all.some(({ method }, place) => method !== (place % 2 === 0 ? 'DELETE' : 'POST')))
    .map(([name, all]) => `${name}: ${all.map(({ method, at, status }) => `${method} ${at} ${status}`).join(', ')}`);
}

function membershipOf({ url, requestBody }: RecordedExchange): string {
  const query = new URL(url, 'http://jira').searchParams;
  const accountId = query.get('accountId') ?? (requestBody as { accountId: string }).accountId;
  return `${query.get('groupId')} ${accountId}`;
}
