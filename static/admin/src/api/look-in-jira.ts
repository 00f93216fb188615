import { requestJira } from '@forge/bridge';
import type { AccountId, ActivityEventView } from '../../../../src/shared/contract';
import { entriesOf, type FoundIssue } from './jira-entries';
import { DAY_MS } from '../components/day';

const PAGE = 50;
const PAGES = 4;

export interface JiraLook {
  /** Newest first. */
  readonly events: readonly ActivityEventView[];
  readonly issues: number;
  /** What could not be seen, in plain words. */
  readonly gaps: readonly string[];
}

interface SearchAnswer {
  readonly issues: readonly FoundIssue[];
  readonly nextPageToken?: string;
  readonly warnings?: readonly string[];
}

/**
 * Looks for what one person did in the last days, in Jira itself and as whoever looks at the page: it costs the app's hourly
 * points nothing. Throws with a sentence when Jira does not answer.
 */
export async function lookInJira(accountId: AccountId, days: number, now: number): Promise<JiraLook> {
  const issues: FoundIssue[] = [];
  const gaps: string[] = [];
  let token: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await search(accountId, days, token);
    issues.push(...answer.issues);
    gaps.push(...(answer.warnings ?? []));
    token = answer.nextPageToken;
    if (token === undefined) break;
  }
  if (token !== undefined) gaps.push(`Only the ${issues.length} work items that were updated last were looked at.`);
  const since = now - days * DAY_MS;
  const found = issues.map((issue) => entriesOf(issue, accountId, since));
  const events = found.flatMap(({ entries }) => entries).sort((a, b) => b.at.localeCompare(a.at));
  const cut = found.filter(({ isCut }) => isCut).length;
  if (cut > 0) gaps.push(`Jira showed only part of the comments or changes of ${cut} work items.`);
  return { events, issues: issues.length, gaps };
}

async function search(accountId: AccountId, days: number, token: string | undefined): Promise<SearchAnswer> {
  // Whole days, rounded up by Jira: what is older is left out afterwards.
  const jql = `issuekey in updatedBy("${accountId.replaceAll(/["\\]/g, '\\$&')}", "-${days}d") ORDER BY updated DESC`;
  const query = new URLSearchParams({
    jql,
    fields: 'creator,created,comment',
    expand: 'changelog',
    maxResults: String(PAGE),
    ...(token === undefined ? {} : { nextPageToken: token }),
  });
  const response = await requestJira(`/rest/api/3/search/jql?${query.toString()}`, {
    headers: { accept: 'application/json' },
  });
  if (!response.ok)
    throw new Error(`Jira answered ${response.status} to the search, so nothing can be said. Try again in a minute.`);
  return (await response.json()) as SearchAnswer;
}
