import type { Fault, Faults } from '../../core/faults';
import type { JiraRequest, JiraResponse, RecordedExchange } from '../../core/exchange';
import { principalName } from '../../core/exchange';
import type { Meters } from '../../core/meters';
import type { SiteState } from '../state/site-state';
import { actorOf, checkScopes } from './actor';
import { notModeled, Refusal, type Answer } from './answer';
import { BurstLimits } from './burst-limits';
import type { PointPool } from './point-pool';
import { Query } from './query';
import { burstExceeded, burstHeaders, quotaExceeded, quotaHeaders, type Headers } from './rate-headers';
import type { Route, Router } from './router';
import type { Traffic } from './traffic';
import { parseJson, respond, withFault } from './wire';

interface Outcome extends Answer {
  readonly headers: Headers;
}

/** Every request goes through here: faults, credentials, scopes, limits, the operation, meters and the record. */
export class JiraDoor {
  private readonly bursts: BurstLimits;

  constructor(
    private readonly state: () => SiteState,
    private readonly router: Router,
    private readonly pool: PointPool,
    private readonly tools: { readonly faults: Faults; readonly meters: Meters; readonly traffic: Traffic },
  ) {
    this.bursts = new BurstLimits(state().clock);
  }

  async handle(request: JiraRequest): Promise<JiraResponse> {
    const url = new URL(request.url, 'http://site');
    const route = this.router.find(request.method.toUpperCase(), url.pathname);
    const principal = principalName(request.principal);
    const fault = this.tools.faults.take({ door: 'jira', method: request.method, path: request.url, principal });
    const isSeen = !answersAlone(fault);
    const outcome = isSeen ? this.work(request, url, route) : byFault(fault);
    const response = withFault(respond(outcome.status, outcome.headers, outcome.body), fault);
    const { points, status } = outcome;
    this.record(request, route, response, { points, jiraStatus: isSeen ? status : null, fault: fault !== undefined });
    // Only the answer is late: whoever gives up waiting finds that Jira did what was asked, when it was asked.
    if (fault?.delayMs !== undefined) await new Promise((done) => setTimeout(done, fault.delayMs));
    return response;
  }

  private work(request: JiraRequest, url: URL, route: Route | undefined): Outcome {
    let headers: Headers = {};
    try {
      const state = this.state();
      const actor = actorOf(request.principal, state.directory);
      if (route === undefined) throw notModeled(`${request.method} ${url.pathname}`);
      checkScopes(request, actor, route.name);
      headers = this.limits(request, route.name);
      const query = new Query(url.searchParams);
      checkParameters(query, route);
      const call = { state, actor, path: route.path, query, body: parseJson(request.body) };
      const answer = route.operation.run(call);
      const points = this.charge(request, answer.points);
      return { ...answer, points, headers: { ...headers, ...this.quota(request, route.name) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const points = error.status === 429 || error.status === 501 ? 0 : this.charge(request, 1);
      return { status: error.status, body: error.body, points, headers: { ...headers, ...error.headers } };
    }
  }

  /** Refuses what is over a limit; otherwise the headers that tell how near it is. */
  private limits(request: JiraRequest, operation: string): Headers {
    const now = this.state().now();
    const body = { errorMessages: ['Rate limit exceeded.'], errors: {} };
    if (this.isCharged(request) && this.pool.isEmpty())
      throw new Refusal(429, body, { ...this.quota(request, operation), ...quotaExceeded(this.pool, now) });
    const left = this.bursts.take(operation, request.channel !== 'function');
    if (left === undefined)
      throw new Refusal(429, body, { ...this.quota(request, operation), ...burstExceeded(operation, now) });
    return burstHeaders(operation, left);
  }

  private quota(request: JiraRequest, operation: string): Headers {
    return this.isCharged(request) ? quotaHeaders(this.pool, operation, this.state().now()) : {};
  }

  private charge(request: JiraRequest, points: number): number {
    if (!this.isCharged(request)) return 0;
    this.pool.charge(points);
    return points;
  }

  private isCharged({ channel }: JiraRequest): boolean {
    return channel === 'function' || (channel === 'bridge' && this.state().switches.get('bridgeCallsCharged'));
  }

  private record(
    request: JiraRequest,
    route: Route | undefined,
    response: JiraResponse,
    { points, jiraStatus, fault }: Pick<RecordedExchange, 'points' | 'jiraStatus' | 'fault'>,
  ): void {
    const { principal, channel, method, url } = request;
    const kind = principal.kind === 'user' && principal.impersonated ? 'impersonated' : principal.kind;
    this.tools.meters.jiraCall(route?.name ?? `${method} (not modeled)`, kind, response.status, points);
    this.tools.traffic.record({
      at: new Date(this.state().now()).toISOString(),
      principal: principalName(principal),
      channel,
      method,
      url,
      requestBody: request.body,
      status: response.status,
      jiraStatus,
      points,
      responseBody: response.body,
      fault,
    });
  }
}

/** The fault answers by itself: Jira never sees the request. */
function answersAlone(fault: Fault | undefined): fault is Fault {
  return fault !== undefined && (fault.status !== undefined || fault.drop === true || fault.killFunction === 'before');
}

function byFault(fault: Fault): Outcome {
  return { status: fault.status ?? 0, body: fault.body, headers: {}, points: 0 };
}

function checkParameters(query: Query, { operation }: Route): void {
  const unknown = query.names().find((name) => !(operation.query ?? []).includes(name));
  if (unknown !== undefined)
    throw notModeled(`the query parameter '${unknown}' of ${operation.method} ${operation.path}`);
}
