import { asUser, route, type APIResponse } from '@forge/api';
import { z } from 'zod';
import { isFailure } from '../../ports/failures';
import type { ActingAs, GroupWriter } from '../../ports/group-writer';
import type { JiraCalls } from './jira-calls';

const WRITE = { perObject: 0, atMost: 0 } as const;

/**
 * Changes group membership as a site administrator: the app's own user may not. "Already so" is told by reading the person's
 * groups after a refusal, never by message texts.
 */
export class JiraGroupWriter implements GroupWriter {
  constructor(
    private readonly calls: JiraCalls,
    private readonly isMember: (groupId: string, accountId: string) => Promise<boolean>,
  ) {}

  removeMember(groupId: string, accountId: string, as: ActingAs): Promise<void> {
    return this.write(false, groupId, accountId, {
      operation: 'DELETE /rest/api/3/group/user',
      send: () =>
        actor(as).requestJira(route`/rest/api/3/group/user?groupId=${groupId}&accountId=${accountId}`, {
          method: 'DELETE',
        }),
    });
  }

  addMember(groupId: string, accountId: string, as: ActingAs): Promise<void> {
    return this.write(true, groupId, accountId, {
      operation: 'POST /rest/api/3/group/user',
      send: () =>
        actor(as).requestJira(route`/rest/api/3/group/user?groupId=${groupId}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ accountId }),
        }),
    });
  }

  private async write(
    wanted: boolean,
    groupId: string,
    accountId: string,
    call: { operation: string; send: () => Promise<APIResponse> },
  ): Promise<void> {
    try {
      await this.calls.read({ ...call, charge: WRITE, schema: z.unknown() });
    } catch (error) {
      const maybeDone = isFailure(error, 'jira-rejected', 'jira-not-found', 'jira-unavailable');
      if (!maybeDone || (await this.isMember(groupId, accountId)) !== wanted) throw error;
    }
  }
}

function actor(as: ActingAs) {
  return as.kind === 'caller' ? asUser() : asUser(as.accountId);
}
