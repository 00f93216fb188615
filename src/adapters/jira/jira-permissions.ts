import { asUser, getAppContext, route } from '@forge/api';
import { z } from 'zod';
import type { Permissions } from '../../ports/directory';
import type { JiraCalls } from './jira-calls';

const Answer = z.object({ permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }) }) });

/** Asks Jira what the person at the page may do: the answer that every operation depends on. */
export class JiraPermissions implements Permissions {
  constructor(private readonly calls: JiraCalls) {}

  grantedScopes(): ReadonlySet<string> {
    const scopes = getAppContext().permissions?.scopes ?? {};
    return new Set(Array.isArray(scopes) ? scopes : Object.keys(scopes)); // a list for manifests without impersonation
  }

  async callerAdministersJira(): Promise<boolean> {
    const answer = await this.calls.read({
      operation: 'GET /rest/api/3/mypermissions',
      charge: { perObject: 2, atMost: 1 },
      send: () => asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`),
      schema: Answer,
      objects: () => 1,
    });
    return answer.permissions.ADMINISTER.havePermission;
  }
}
