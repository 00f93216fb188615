import type { Permissions } from '../../src/ports/directory';
import type { FakeJira } from './fake-jira';

export class FakePermissions implements Permissions {
  constructor(private readonly jira: FakeJira) {}

  agreedScopes(): readonly string[] | undefined {
    return this.jira.agreedScopes;
  }

  appAdministersJira(): Promise<boolean> {
    return this.jira.answer('appAdministersJira', () => this.jira.appIsAdministrator);
  }

  callerAdministersJira(): Promise<boolean> {
    return this.jira.answer('callerAdministersJira', () => this.jira.callerIsAdministrator);
  }
}
