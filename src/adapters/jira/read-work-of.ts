import { asApp, route } from '@forge/api';
import { z } from 'zod';
import type { WorkOfPerson } from '../../ports/activity-source';
import { issueFacts } from './activity-facts';
import { IssueSearch } from './activity-schemas';
import type { JiraCalls } from './jira-calls';

const PAGE = 100;
const Answer = IssueSearch.extend({ warnings: z.array(z.unknown()).nullish() });

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
    schema: Answer,
    objects: ({ issues }) => issues.length,
  });
  return {
    facts: answer.issues.flatMap(issueFacts).filter((fact) => fact.accountId === accountId),
    issueKeys: answer.issues.map(({ key }) => key),
    moreComments: answer.issues
      .filter(({ fields: { comment } }) => comment.total > comment.comments.length)
      .map(({ key }) => key),
    complete: !answer.nextPageToken && (answer.warnings ?? []).length === 0,
  };
}
