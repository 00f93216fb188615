import type { JiraRequest, Principal } from '../../core/exchange';
import { APP_ACCOUNT_ID } from '../state/app-user';
import type { Directory } from '../state/directory';
import { scopeMismatch, unauthorized } from './answer';
import type { Actor } from './operation';
import { opens, SCOPES } from './scope-table';

/** Who asks. Unknown and deactivated people cannot act, nor can another app's user be impersonated. */
export function actorOf(principal: Principal, directory: Directory): Actor {
  if (principal.kind === 'anonymous') throw unauthorized();
  if (principal.kind === 'app') return { kind: 'app', accountId: APP_ACCOUNT_ID, impersonated: false };
  const user = directory.user(principal.accountId);
  if (user?.active !== true || user.accountType === 'app') throw unauthorized();
  return { kind: 'user', accountId: user.accountId, impersonated: principal.impersonated };
}

/** Checks the token's scopes, and for a person who is not there that the manifest allows them to be used so. */
export function checkScopes({ scopes, impersonationScopes }: JiraRequest, actor: Actor, operation: string): void {
  const needed = SCOPES[operation] ?? [];
  const granted =
    scopes === 'all' || !actor.impersonated ? scopes : scopes.filter((scope) => impersonationScopes.includes(scope));
  if (!opens(needed, granted)) throw scopeMismatch();
}
