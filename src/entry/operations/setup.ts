import { toIso } from '../../domain/instant';
import { agreementTo } from '../../domain/scope-agreement';
import { APP_SCOPES, VENDOR_CONFIGURATION, type NeededScope } from '../../domain/vendor-configuration';
import { saveAppRoles } from '../../usecases/app-roles';
import { checkReclaimReadiness } from '../../usecases/check-reclaim-readiness';
import { done } from '../../usecases/outcome';
import { authorizeOperator, revokeOperator } from '../../usecases/reclaim-operator';
import { mapOutcome, type Operations } from './operation';
import { showProfile } from './profiles';

export const setupOperations: Operations<
  | 'authorizeOperator'
  | 'revokeOperator'
  | 'checkReclaimReadiness'
  | 'getVendorConfiguration'
  | 'getAppRoles'
  | 'saveAppRoles'
> = {
  authorizeOperator: async (input, caller, ports) =>
    showProfile(await authorizeOperator({ ...input, caller: caller.accountId }, ports), caller, ports),
  revokeOperator: async (input, caller, ports) =>
    showProfile(await revokeOperator({ ...input, caller: caller.accountId }, ports), caller, ports),
  checkReclaimReadiness: async (input, _caller, ports) => {
    const at = toIso(ports.clock.now());
    const outcome = await checkReclaimReadiness(input, ports);
    return mapOutcome(outcome, (checks) => ({ ready: checks.every(({ state }) => state !== 'failed'), at, checks }));
  },
  getVendorConfiguration: (_input, _caller, ports) => {
    const agreed = ports.permissions.agreedScopes();
    const tick = (needed: NeededScope) => ({ ...needed, agreement: agreementTo(needed.scope, agreed) });
    const processes = VENDOR_CONFIGURATION.map(({ scopes, ...process }) => ({ ...process, scopes: scopes.map(tick) }));
    return Promise.resolve(done({ processes, appScopes: APP_SCOPES.map(tick) }));
  },
  getAppRoles: async (_input, _caller, ports) => done(await ports.settings.findGrants()),
  saveAppRoles: (grants, { accountId }, ports) => saveAppRoles({ grants, caller: accountId }, ports),
};
