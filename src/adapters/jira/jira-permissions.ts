import { asApp, asUser, getAppContext, route, type APIResponse } from '@forge/api';
import { z } from 'zod';
import type { Permissions } from '../../ports/directory';
import type { JiraCalls } from './jira-calls';

const Answer = z.object({ permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }) }) });

/** Asks Jira what the person at the page may do: the answer that every operation depends on. */
export class JiraPermissions implements Permissions {
  constructor(private readonly calls: JiraCalls) {}

  /**
   * The documentation does not promise that a function's context holds them. @forge/api makes an empty list of none, and an app
   * that runs was agreed to something: so none at all means that the platform did not tell.
   */
  agreedScopes(): readonly string[] | undefined {
    const told = getAppContext().permissions?.scopes ?? [];
    const scopes = Array.isArray(told) ? told : Object.keys(told); // a list for manifests without impersonation
    return scopes.length > 0 ? scopes : undefined;
  }

  callerAdministersJira(): Promise<boolean> {
    return this.administers(() => asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`));
  }

  appAdministersJira(): Promise<boolean> {
    return this.administers(() => asApp().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`));
  }

  private async administers(send: () => Promise<APIResponse>): Promise<boolean> {
    const answer = await this.calls.read({
      operation: 'GET /rest/api/3/mypermissions',
      charge: { perObject: 2, atMost: 1 },
      send,
      schema: Answer,
      objects: () => 1,
    });
    return answer.permissions.ADMINISTER.havePermission;
  }
}
