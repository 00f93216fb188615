import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FunctionRunner } from '../functions/function-runner';
import type { DoorAnswer, DoorCall } from './door';
import { readText, sendReply } from './http-text';
import type { JiraDoor } from './jira-door';
import type { KvsDoor } from './kvs-door';
import type { StargateDoor } from './stargate-door';

const PRODUCT_ROUTE = /^\/fpp\/provider\/(app|user|none)\/remote\/(\w+)(?:\/account\/([^/]+))?$/;
const KVS_ROUTE = '/fpp/as/app/provider/atlassian/capability/kvs';
const EGRESS_ROUTE = '/egress';

/** The one door through which functions reach the platform, over HTTP as in production. Loopback, ephemeral port. */
export class PlatformProxy {
  private readonly server: Server;
  url = '';

  constructor(
    private readonly runner: FunctionRunner,
    private readonly doors: { jira: JiraDoor; kvs: KvsDoor; stargate: StargateDoor },
  ) {
    this.server = createServer((request, response) => void this.serve(request, response));
    // Functions keep connections open between invocations; closing them first would race with their next call.
    this.server.keepAliveTimeout = 0;
    this.server.requestTimeout = 0;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.answer(request, response);
    } catch (error) {
      if (request.destroyed && !request.complete) return; // the function's process is gone
      sendReply(response, { status: 500, body: { message: error instanceof Error ? error.stack : String(error) } });
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = textHeaders(request);
    const invocation = this.runner.byToken((headers['forge-proxy-authorization'] ?? '').replace(/^Bearer /, ''));
    const body = await readText(request);
    if (invocation === undefined) {
      sendReply(response, { status: 401, body: { message: 'This invocation has ended or never was.' } });
      return;
    }
    const target = headers['forge-proxy-target'] ?? '';
    const call = { invocation, target, method: request.method ?? 'GET', headers: productHeaders(headers), body };
    const answer = await this.route(request.url ?? '', call);
    if (answer === 'kill') this.runner.kill(invocation);
    if (answer === 'kill' || answer === 'drop') request.socket.destroy();
    else sendReply(response, answer);
  }

  private async route(route: string, call: DoorCall): Promise<DoorAnswer> {
    const product = PRODUCT_ROUTE.exec(route);
    const [, provider = 'none', remote, account] = product ?? [];
    if (remote === 'jira')
      return this.doors.jira.call(call, provider, account === undefined ? undefined : decodeURIComponent(account));
    if (remote === 'stargate' && provider === 'app') return this.doors.stargate.call(call);
    if (route === KVS_ROUTE) return this.doors.kvs.call(call);
    // The app's manifest opens nothing to the outside, and the local site never does.
    if (route === EGRESS_ROUTE) return { status: 403, headers: { 'forge-proxy-error': 'EGRESS_NOT_ALLOWED' } };
    return { status: 501, body: { message: `The local site has no ${route}` } };
  }
}

function textHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

const OWN_HEADERS = /^(forge-proxy-|host$|connection$|content-length$|transfer-encoding$|accept-encoding$)/;

/** What of a function's request Jira gets to see. */
function productHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.test(name)));
}
