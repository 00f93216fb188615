import { privacy } from '@forge/api';
import { z } from 'zod';
import { toIso } from '../../domain/instant';
import type { AccountNews, KnownPerson } from '../../domain/privacy/known-person';
import { Failure } from '../../ports/failures';
import type { AccountRegister } from '../../ports/personal-data';

const Status = z.number();
/** Statuses that are added later ask for nothing that the app knows how to do. */
const News = z.array(z.looseObject({ accountId: z.string(), status: z.string() }));

/** https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ : one request for at most 90 accounts. */
export class AtlassianAccountRegister implements AccountRegister {
  async report(people: readonly Pick<KnownPerson, 'accountId' | 'readAt'>[]): Promise<readonly AccountNews[]> {
    const accounts = people.map(({ accountId, readAt }) => ({ accountId, updatedAt: toIso(readAt) }));
    const answer: unknown = await privacy.reportPersonalData(accounts).catch((error: unknown) => {
      throw refusal(error);
    });
    const news = News.safeParse(answer);
    if (!news.success)
      throw new Failure(
        'jira-changed',
        'Atlassian’s answer to the report of accounts does not have the documented form.',
      );
    return news.data.filter((each): each is typeof each & AccountNews => /^(closed|updated)$/.test(each.status));
  }
}

/** The client rejects with the response itself. */
function refusal(error: unknown): Failure {
  const status = Status.safeParse((error as { status?: unknown } | null)?.status).data;
  if (status === 429) return new Failure('jira-busy', 'Atlassian asks for a pause between reports of accounts.');
  if (status === 401 || status === 403)
    return new Failure('jira-refused', 'Atlassian does not let the app report accounts. Update the app on this site.');
  if (status !== undefined && status < 500)
    return new Failure('jira-rejected', `Atlassian rejected the report of accounts (${status}).`);
  return new Failure('jira-unavailable', 'Atlassian did not answer the report of accounts.');
}
