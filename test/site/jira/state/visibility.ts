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
      return () => usesJira;
    }
    const blocked = this.blockedProject();
    return (row) => !this.table.hidden(row) && this.table.projectIndex(row) !== blocked;
  }

  /** With a data security policy in force, the site's first project is closed to the app. */
  private blockedProject(): number | undefined {
    return this.switches.get('anyContentBlocked') ? 0 : undefined;
  }
}
