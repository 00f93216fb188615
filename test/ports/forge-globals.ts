import type { JiraSite } from '../site/jira';
import type { Kvs } from '../site/forge/kvs/kvs';
import type { Principal } from '../site/core/exchange';

/** What the @forge clients find behind their globals in these suites. Imported before the adapters, which read them. */
export const platform: {
  kvs: Kvs | undefined;
  jira: JiraSite | undefined;
  scopes: readonly string[];
  impersonationScopes: readonly string[];
  /** Who is at the page; nobody in the background. */
  caller: string | undefined;
  /** Whose invocation it is; unknown by default, so that nothing is remembered between tests. */
  installationId: string | undefined;
  /** Called with the path of a request to the store after it took effect: throw to lose the answer. */
  afterStore: (path: string) => void;
} = {
  kvs: undefined,
  jira: undefined,
  scopes: [],
  impersonationScopes: [],
  caller: undefined,
  installationId: undefined,
  afterStore: () => undefined,
};

interface Meta {
  readonly type: string;
  readonly provider: string;
  readonly remote: string;
  readonly accountId?: string;
}
interface Init {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

async function forgeFetch(meta: Meta, path: string, init: Init = {}): Promise<Response> {
  if (meta.type === 'kvs') return fromStore(path, init);
  if (meta.type === 'fpp' && meta.remote === 'jira') return fromJira(meta, path, init);
  if (meta.remote === 'stargate' && path.startsWith('/webhook/queue/publish/'))
    return new Response(null, { status: 201 });
  throw new Error(`These suites have no ${meta.type}.`);
}

function fromStore(path: string, init: Init): Response {
  if (!platform.kvs) throw new Error('This suite has no store.');
  const { status, body } = platform.kvs.handle(path, init.body ?? '');
  platform.afterStore(path);
  return new Response(body === undefined ? null : JSON.stringify(body), { status });
}

async function fromJira(meta: Meta, path: string, init: Init): Promise<Response> {
  if (!platform.jira) throw new Error('This suite has no Jira.');
  const principal = principalOf(meta);
  if (!principal)
    return new Response(null, { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
  const { status, headers, body } = await platform.jira.handle({
    principal,
    channel: 'function',
    scopes: platform.scopes,
    impersonationScopes: platform.impersonationScopes,
    method: init.method ?? 'GET',
    url: path,
    headers: init.headers ?? {},
    body: init.body,
  });
  if (status === 0) throw new Error('The connection was cut.');
  return new Response(status === 204 ? null : body, { status, headers });
}

function principalOf({ provider, accountId }: Meta): Principal | undefined {
  if (provider === 'app') return { kind: 'app' };
  const acting = accountId ?? platform.caller;
  if (acting === undefined) return undefined;
  return { kind: 'user', accountId: acting, impersonated: acting !== platform.caller };
}

const idle = { incr: () => undefined, measure: () => ({ stop: () => undefined }) };
Object.assign(globalThis, {
  __forge_fetch__: forgeFetch,
  __forge_runtime__: {
    metrics: { counter: () => idle, timing: () => idle },
    lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
    get appContext() {
      return { installationId: platform.installationId };
    },
  },
});
