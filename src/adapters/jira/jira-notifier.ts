import { asApp, route } from '@forge/api';
import { z } from 'zod';
import type { NoticeMail } from '../../domain/notice-mail';
import type { WorkItem } from '../../domain/notice';
import { isFailure } from '../../ports/failures';
import type { AnswerSite, Notifier } from '../../ports/notifier';
import { readAppIdentity } from './app-identity';
import type { JiraCalls } from './jira-calls';

const Issue = z.object({ id: z.string(), key: z.string() });
const Permitted = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), issues: z.array(z.number()) })),
});
const ServerInfo = z.object({ baseUrl: z.string(), serverTimeZone: z.string().nullish().catch(null) });
const ONE = { perObject: 1, atMost: 1 } as const;
const BROWSE = 'BROWSE_PROJECTS';

/**
 * Mails through `POST /issue/{key}/notify`, as the app itself: the only mail an app can have Jira send.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-notify-post
 */
export class JiraNotifier implements Notifier {
  constructor(private readonly calls: JiraCalls) {}

  async findWorkItem(key: string): Promise<WorkItem | undefined> {
    try {
      const { id, key: current } = await this.calls.read({
        operation: 'GET /rest/api/3/issue/{issueIdOrKey}',
        charge: ONE,
        send: () => asApp().requestJira(route`/rest/api/3/issue/${encodeURIComponent(key)}?fields=project`),
        schema: Issue,
        objects: () => 1,
      });
      return { id, key: current };
    } catch (error) {
      if (isFailure(error, 'jira-not-found', 'jira-rejected')) return undefined;
      throw error;
    }
  }

  async canOpen(accountId: string, { id }: WorkItem): Promise<boolean> {
    const { projectPermissions } = await this.calls.read({
      operation: 'POST /rest/api/3/permissions/check',
      charge: { perObject: 2, atMost: 1 },
      send: () =>
        asApp().requestJira(route`/rest/api/3/permissions/check`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            accountId,
            projectPermissions: [{ issues: [Number(id)], projects: [], permissions: [BROWSE] }],
          }),
        }),
      schema: Permitted,
      objects: () => 1,
    });
    return projectPermissions.some(({ permission, issues }) => permission === BROWSE && issues.includes(Number(id)));
  }

  async send(to: string, { id }: WorkItem, { subject, text, html }: NoticeMail): Promise<void> {
    await this.calls.read({
      operation: 'POST /rest/api/3/issue/{issueIdOrKey}/notify',
      isWrite: true,
      charge: ONE,
      send: () =>
        asApp().requestJira(route`/rest/api/3/issue/${encodeURIComponent(id)}/notify`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ subject, textBody: text, htmlBody: html, to: { users: [{ accountId: to }] } }),
        }),
      schema: z.unknown(),
    });
  }

  async findSite(): Promise<AnswerSite> {
    const { baseUrl, serverTimeZone } = await this.calls.read({
      operation: 'GET /rest/api/3/serverInfo',
      charge: ONE,
      send: () => asApp().requestJira(route`/rest/api/3/serverInfo`),
      schema: ServerInfo,
    });
    const { appId, environmentId } = readAppIdentity();
    const address = `${baseUrl.replace(/\/$/, '')}/jira/apps/${appId}/${environmentId}/my-seat`;
    return { address, timeZone: serverTimeZone ?? null };
  }
}
