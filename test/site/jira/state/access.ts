import type { Directory } from './directory';
import { APP_ACCOUNT_ID } from './app-user';

/** What an account may do on the site, judged by its groups as they are now (never delayed). */
export class Access {
  constructor(private readonly directory: Directory) {}

  /** Administer Jira. */
  isJiraAdmin(accountId: string): boolean {
    return this.inGroupWith(accountId, (access) => access === 'admin' || access === 'site-admin');
  }

  /** Site administration; no app user ever has it. */
  isSiteAdmin(accountId: string): boolean {
    return accountId !== APP_ACCOUNT_ID && this.inGroupWith(accountId, (access) => access === 'site-admin');
  }

  /** A seat in any product, or the app: may use Jira, browse projects and see users and groups. */
  usesJira(accountId: string): boolean {
    if (accountId === APP_ACCOUNT_ID) return true;
    return this.directory.roles.some((role) => role.groups.some((id) => this.directory.isMember(accountId, id)));
  }

  /** Browse users and groups. */
  browsesUsers(accountId: string): boolean {
    return this.usesJira(accountId) || this.isJiraAdmin(accountId);
  }

  private inGroupWith(accountId: string, grants: (access: string) => boolean): boolean {
    return this.directory.groups().some(({ id, access }) => grants(access) && this.directory.isMember(accountId, id));
  }
}
