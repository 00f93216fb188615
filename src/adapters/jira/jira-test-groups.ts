import { asApp, asUser, route } from '@forge/api';
import { z } from 'zod';
import type { GroupId } from '../../domain/identifiers';
import type { TestGroups } from '../../ports/site-check';
import type { JiraCalls } from './jira-calls';

const Created = z.object({ groupId: z.string() });
const Found = z.object({ values: z.array(z.object({ groupId: z.string().nullish(), name: z.string() })) });
const WRITE = { perObject: 0, atMost: 0 } as const;

/** Finds the test group as the app and makes it as a site administrator. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/ */
export class JiraTestGroups implements TestGroups {
  constructor(private readonly calls: JiraCalls) {}

  async create(name: string): Promise<GroupId> {
    const { groupId } = await this.calls.read({
      operation: 'POST /rest/api/3/group',
      charge: WRITE,
      isWrite: true,
      send: () =>
        asUser().requestJira(route`/rest/api/3/group`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ name }),
        }),
      schema: Created,
    });
    return groupId;
  }

  async find(name: string): Promise<GroupId | undefined> {
    const { values } = await this.calls.read({
      operation: 'GET /rest/api/3/group/bulk',
      charge: { perObject: 2, atMost: 1 },
      send: () => asApp().requestJira(route`/rest/api/3/group/bulk?groupName=${name}`),
      schema: Found,
      objects: (answer) => answer.values.length,
    });
    return values.find((group) => group.name === name)?.groupId ?? undefined;
  }
}
