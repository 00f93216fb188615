import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JiraRequest, Principal } from '../core/exchange';
import type { JiraPart } from '../core/parts';

export interface HttpOptions {
  /** What `Authorization: Bearer app` may do: the manifest's scopes. */
  readonly appScopes: readonly string[];
}

/** Answers Jira's REST API over plain HTTP: Basic acts as a person with all scopes, `Bearer app` as the app's user. */
export function jiraListener(site: JiraPart, options: HttpOptions): RequestListener {
  return (request, response) => {
    answer(site, options, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  };
}

/** Serves a site on a free port of this machine until `close` is called. */
export async function serve(
  site: JiraPart,
  options: HttpOptions = { appScopes: [] },
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(jiraListener(site, options));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

async function answer(
  site: JiraPart,
  { appScopes }: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const principal = principalOf(site, request.headers.authorization);
  const { status, headers, body } = await site.handle({
    principal,
    channel: 'http',
    scopes: principal.kind === 'app' ? appScopes : 'all',
    impersonationScopes: [],
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: headersOf(request),
    body: await bodyOf(request),
  } satisfies JiraRequest);
  if (status === 0) {
    request.socket.destroy(); // an injected fault cuts the connection
    return;
  }
  response.writeHead(status, headers);
  response.end(body);
}

/** Basic: e-mail or account id and any token. Anything else that is not the app is nobody. */
function principalOf(site: JiraPart, authorization = ''): Principal {
  const [scheme = '', credentials = ''] = authorization.split(' ');
  if (scheme.toLowerCase() === 'bearer' && credentials === 'app') return { kind: 'app' };
  if (scheme.toLowerCase() !== 'basic') return { kind: 'anonymous' };
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const accountId = candidates(text).flatMap((userName) => site.accountOf(userName) ?? [])[0];
  return accountId === undefined ? { kind: 'anonymous' } : { kind: 'user', accountId, impersonated: false };
}

/** The user name ends at a colon, but account ids have colons too: every colon is tried, the last one first. */
function candidates(text: string): string[] {
  const parts = text.split(':');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, parts.length - 1 - index).join(':'));
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : Buffer.concat(chunks).toString('utf8');
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
