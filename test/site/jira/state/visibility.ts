import type { Switches } from '../../core/switches';
import type { IssueTable } from '../data/issue-table';
import type { Access } from './access';
import { APP_ACCOUNT_ID } from './app-user';

/** Which issues an account may see. */
export class Visibility {
  constructor(
    private readonly table: IssueTable,
    private readonly access: Access,
    private readonly switches: Switches,
  ) {}

  /** A test for one account, decided once so that it can run over many rows. */
  forAccount(accountId: string): (row: number) => boolean {
    if (accountId !== APP_ACCOUNT_ID) {
      const usesJira = this.access.usesJira(accountId);
      const seesAll = usesJira && !this.isRestrictedFor(accountId);
      const self = this.table.accounts.find(accountId);
      return (row) => seesAll || (usesJira && (!this.table.hidden(row) || this.table.creator(row) === self));
    }
    const blocked = this.blockedProject();
    const browsable = this.browsableByApp();
    return (row) => {
      const project = this.table.projectIndex(row);
      return !this.table.hidden(row) && project !== blocked && project < browsable;
    };
  }

  /** A test for one account of the site's projects, by their index. */
  ofProjects(accountId: string): (project: number) => boolean {
    if (accountId !== APP_ACCOUNT_ID) {
      const usesJira = this.access.usesJira(accountId);
      return () => usesJira;
    }
    const browsable = this.browsableByApp();
    return (project) => project < browsable;
  }

  /** Whether issues with a security level are kept from this person too, as the switch says. */
  private isRestrictedFor(accountId: string): boolean {
    return this.switches.get('restrictedIssues') === 'hidden-from-others' && !this.access.isJiraAdmin(accountId);
  }

  /** The last projects of the site are closed to the app's own user, as the switch says. */
  private browsableByApp(): number {
    return this.table.projects.all().length - this.switches.get('hiddenProjects');
  }

  /** With a data security policy in force, the site's first project is closed to the app. */
  private blockedProject(): number | undefined {
    return this.switches.get('anyContentBlocked') ? 0 : undefined;
  }
}
