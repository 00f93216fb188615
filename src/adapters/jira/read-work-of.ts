import { asApp, route } from '@forge/api';
import type { WorkOfPerson } from '../../ports/activity-source';
import { IssueSearch } from './activity-schemas';
import type { JiraCalls } from './jira-calls';
import { readIssues } from './read-issues';

const PAGE = 100;

/** Reads the issues a search names for one person, newest change first, and what that person did to them. One request. */
export async function readWorkOf(calls: JiraCalls, accountId: string, trace: string): Promise<WorkOfPerson> {
  const jql = `(${trace}) ORDER BY updated DESC`;
  const fields = 'creator,created,updated,comment,worklog';
  const answer = await calls.read({
    operation: 'GET /rest/api/3/search/jql',
    charge: { perObject: 1, atMost: PAGE },
    send: () =>
      asApp().requestJira(
        route`/rest/api/3/search/jql?jql=${jql}&fields=${fields}&expand=changelog&maxResults=${PAGE}`,
      ),
    schema: IssueSearch,
    objects: ({ issues }) => issues.length,
  });
  const { issues, unread } = readIssues(answer.issues);
  return {
    facts: issues.flatMap(({ facts }) => facts).filter((fact) => fact.accountId === accountId),
    issueKeys: issues.map(({ key }) => key),
    moreComments: issues.filter(({ missing }) => missing.comments > 0).map(({ key }) => key),
    complete: unread.length === 0 && !answer.nextPageToken && (answer.warnings ?? []).length === 0,
  };
}
