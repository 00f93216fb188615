import type { JiraPart } from '../core/parts';
import type { Switches } from '../core/switches';

/**
 * Whether Atlassian lets a person use the app, which also means being impersonated by it: an app that its developer has not
 * shared is for its contributors only. Here that is whoever installed it.
 */
export function mayUseApp(accountId: string, { jira, switches }: { jira: JiraPart; switches: Switches }): boolean {
  return switches.get('distribution') === 'shared' || jira.siteAdministrators()[0] === accountId;
}
