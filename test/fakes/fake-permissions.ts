import type { Permissions } from '../../src/ports/directory';
import type { FakeJira } from './fake-jira';

export class FakePermissions implements Permissions {
  constructor(private readonly jira: FakeJira) {}

  grantedScopes(): ReadonlySet<string> {
    return new Set(this.jira.grantedScopes);
  }

  callerAdministersJira(): Promise<boolean> {
    return this.jira.answer('callerAdministersJira', () => this.jira.callerIsAdministrator);
  }
}
