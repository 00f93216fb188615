import { asUser, route, type APIResponse } from '@forge/api';
import { z } from 'zod';
import { Failure, isFailure } from '../../ports/failures';
import type { ActingAs, GroupWriter } from '../../ports/group-writer';
import type { JiraCalls } from './jira-calls';

interface Change {
  readonly wanted: boolean;
  readonly groupId: string;
  readonly accountId: string;
  /** What Jira shows of the membership may be older than a change a moment ago. */
  readonly readsLag: boolean | 'perhaps';
}

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
    return this.write(
      { wanted: false, groupId, accountId, readsLag: false },
      {
        operation: 'DELETE /rest/api/3/group/user',
        send: () =>
          actor(as).requestJira(route`/rest/api/3/group/user?groupId=${groupId}&accountId=${accountId}`, {
            method: 'DELETE',
          }),
      },
    );
  }

  addMember(groupId: string, accountId: string, as: ActingAs, wasTakenNow: boolean | 'perhaps' = false): Promise<void> {
    const change = { wanted: true, groupId, accountId, readsLag: wasTakenNow };
    return this.write(change, {
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
    { wanted, groupId, accountId, readsLag }: Change,
    call: { operation: string; send: () => Promise<APIResponse> },
  ): Promise<void> {
    try {
      await this.calls.read({ ...call, charge: WRITE, isWrite: true, schema: z.unknown() });
    } catch (error) {
      const maybeDone = isFailure(error, 'jira-rejected', 'jira-not-found', 'jira-unavailable');
      if (readsLag === 'perhaps' && isFailure(error, 'jira-unavailable')) throw error;
      if (maybeDone && readsLag === true)
        throw new Failure('jira-busy', 'Jira may not show yet who is in the group.', { operation: call.operation });
      if (!maybeDone || (await this.findMembership(groupId, accountId)) !== wanted) throw error;
    }
  }

  /** Undefined: Jira does not tell, and what it answered to the change is all that is known. */
  private async findMembership(groupId: string, accountId: string): Promise<boolean | undefined> {
    try {
      return await this.isMember(groupId, accountId);
    } catch (error) {
      if (!isFailure(error)) throw error;
      return undefined;
    }
  }
}

function actor(as: ActingAs) {
  return as.kind === 'caller' ? asUser() : asUser(as.accountId);
}
