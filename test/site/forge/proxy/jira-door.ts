import type { JiraRequest, JiraResponse, Principal } from '../../core/exchange';
import type { SimulatedClock } from '../../core/clock';
import type { JiraPart } from '../../core/parts';
import type { Switches } from '../../core/switches';
import { mayUseApp } from '../distribution';
import type { Manifest } from '../manifest/manifest';
import type { Settling } from '../settling';
import type { InFlight } from '../timeline/in-flight';
import type { DoorAnswer, DoorCall } from './door';
import { RollingCount } from './rolling-count';

const REFUSED = 'forge-proxy-error';
/** Header by which the stand-in Jira says that a fault is to be carried out instead of an answer. */
const FAULT_HEADER = 'x-site-fault';

const MINUTE_MS = 60_000;
/** Tokens to act as somebody who is not there, a minute and app. */
const IMPERSONATIONS_A_MINUTE = 1000;

interface JiraDoorOptions {
  readonly jira: JiraPart;
  readonly manifest: Manifest;
  readonly clock: SimulatedClock;
  readonly switches: Switches;
  readonly inFlight: InFlight;
  readonly settling: Settling;
}

/** Carries Jira calls of functions and pages: finds out who is calling and with which scopes. */
export class JiraDoor {
  private readonly impersonations: RollingCount;

  constructor(private readonly around: JiraDoorOptions) {
    this.impersonations = new RollingCount(around.clock, MINUTE_MS);
  }

  /** A call of a function; `accountId` is the one named in asUser(accountId). */
  async call(call: DoorCall, provider: string, accountId: string | undefined): Promise<DoorAnswer> {
    const principal = this.principal(call, provider, accountId);
    if (typeof principal === 'string')
      return { status: principal === 'NEEDS_AUTHENTICATION_ERR' ? 401 : 403, headers: { [REFUSED]: principal } };
    if (isImpersonated(principal) && this.impersonations.add() > IMPERSONATIONS_A_MINUTE)
      return { status: 429, headers: { [REFUSED]: 'TOO_MANY_IMPERSONATIONS', 'retry-after': '60' } };
    const early = principal.kind === 'app' ? this.around.settling.refused('jira') : undefined;
    if (early !== undefined) return early;
    const { jira, manifest } = this.around;
    const work = jira.handle({
      principal,
      channel: 'function',
      scopes: manifest.scopes,
      impersonationScopes: manifest.impersonationScopes,
      method: call.method,
      url: call.target,
      headers: call.headers,
      body: call.body === '' ? undefined : call.body,
    });
    const response = await this.around.inFlight.track(work); // it may outlive its function, and nothing is quiet until then
    if (response.status !== 0) return response;
    return response.headers[FAULT_HEADER] === 'drop' ? 'drop' : 'kill';
  }

  /** A call of the page through the bridge, as the person looking at it. */
  async fromPage(
    call: Pick<JiraRequest, 'method' | 'headers' | 'body' | 'url'> & { accountId: string },
  ): Promise<JiraResponse> {
    const { accountId, ...request } = call;
    const { jira, manifest } = this.around;
    const response = await jira.handle({
      ...request,
      principal: { kind: 'user', accountId, impersonated: false },
      channel: 'bridge',
      scopes: manifest.scopes,
      impersonationScopes: manifest.impersonationScopes,
    });
    if (response.status === 0) throw new Error('The connection to Jira was cut');
    return response;
  }

  /** The principal, or the proxy error. That an account does not exist has no documented code; Jira checks the rest. */
  private principal(
    { invocation }: DoorCall,
    provider: string,
    accountId: string | undefined,
  ): Principal | 'NEEDS_AUTHENTICATION_ERR' | 'IMPERSONATION_REFUSED' {
    if (provider === 'app') return { kind: 'app' };
    if (provider === 'none') return { kind: 'anonymous' };
    const acting = accountId ?? invocation.accountId;
    if (acting === undefined) return 'NEEDS_AUTHENTICATION_ERR';
    const impersonated = acting !== invocation.accountId;
    const isRefused = this.around.jira.accountOf(acting) !== acting || !mayUseApp(acting, this.around);
    if (impersonated && isRefused) return 'IMPERSONATION_REFUSED';
    return { kind: 'user', accountId: acting, impersonated };
  }
}

const isImpersonated = (principal: Principal): boolean => principal.kind === 'user' && principal.impersonated;
