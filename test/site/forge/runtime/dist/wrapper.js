'use strict';
// Stand-in for Forge's function wrapper, which the bundler packs next to the app's code when FORGE_RUNTIME_PATH names
// this folder's parent. Same contract: main(event, lambdaContext) -> { success, body | error, metrics }. It gives the
// @forge clients their globals and speaks the platform proxy's wire protocol.
const path = require('path');
const { AsyncLocalStorage } = require('async_hooks');

const invocations = new AsyncLocalStorage();
const nativeFetch = globalThis.fetch;
const codeDir = process.env.FORGE_EFS_RUNTIME_PATH ?? __dirname;

/** Where the platform proxy answers a call of the clients; what it does not know, the proxy refuses with 501. */
function routeOf(meta) {
  if (meta.type === 'fpp' && meta.contextAri === undefined) {
    const account = meta.provider === 'user' && meta.accountId ? `/account/${encodeURIComponent(meta.accountId)}` : '';
    return `/fpp/provider/${meta.provider}/remote/${meta.remote}${account}`;
  }
  if (meta.type === 'kvs') return '/fpp/as/app/provider/atlassian/capability/kvs';
  if (meta.type === 'egress') return '/egress';
  return `/unsupported/${meta.type}`;
}

function egressRefused(target) {
  const error = new Error(
    `URL not included in the external fetch backend permissions: ${target}. Visit go.atlassian.com/forge-egress for more information.`,
  );
  error.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  error.status = 403;
  return error;
}

globalThis.__forge_fetch__ = async (meta, target, init = {}) => {
  const runtime = invocations.getStore();
  if (runtime === undefined) throw new Error('A Forge API was called outside an invocation');
  const headers = new Headers(init.headers);
  headers.delete('host');
  headers.set('forge-proxy-authorization', `Bearer ${runtime.proxy.token}`);
  headers.set('forge-proxy-target', String(target));
  headers.set('x-b3-traceid', runtime.tracing.traceId);
  const response = await nativeFetch(new URL(routeOf(meta), runtime.proxy.url), { ...init, headers });
  if (response.headers.get('forge-proxy-error') === 'EGRESS_NOT_ALLOWED') throw egressRefused(target);
  return response;
};

globalThis.fetch = (input, init) => {
  const url = typeof input === 'string' ? input : (input.url ?? String(input));
  return globalThis.__forge_fetch__({ type: 'egress' }, new URL(url).toString(), init);
};

Object.defineProperty(globalThis, '__forge_runtime__', { configurable: true, get: () => invocations.getStore() });

const NativeDate = Date;
/** While the code is loaded, and for whatever runs outside an invocation. */
const loading = { simulated: NativeDate.now(), real: performance.now() };
/** Every invocation has the clock of its own site. Timers and performance.now() stay real. */
function now() {
  const { simulated, real } = invocations.getStore()?.lambdaContext.clock ?? loading;
  return simulated + Math.floor(performance.now() - real);
}
NativeDate.now = now;
globalThis.Date = new Proxy(NativeDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new NativeDate(now()).toString(),
});

const idleMetric = () => ({ incr() {}, incrBy() {}, decr() {}, decrBy() {}, set() {}, measure: () => ({ stop() {} }) });
const metrics = { counter: idleMetric, timing: idleMetric, gauge: idleMetric };

function handlerOf(handler) {
  const dot = handler.lastIndexOf('.');
  const found = require(path.join(codeDir, `${handler.slice(0, dot)}.cjs`))[handler.slice(dot + 1)];
  if (typeof found === 'function') return found;
  throw Object.assign(new Error(`handler '${handler}' is not a function exported by the bundle`), {
    name: 'FUNCTION_ERR',
  });
}

function failure(error) {
  const stack = String(error?.stack ?? '').split('\n');
  return { errorMessage: error?.message ?? String(error), errorType: error?.name ?? 'Error', stack };
}

exports.main = async (event, lambdaContext) => {
  const { _meta: meta, body, handler } = event;
  const runtime = { ...meta, lambdaContext, metrics, container: { appCodeDir: codeDir } };
  return invocations.run(runtime, async () => {
    try {
      const result = await handlerOf(handler)(body, {
        installContext: meta.contextAri,
        principal: meta.aaid === undefined ? undefined : { accountId: meta.aaid },
        license: meta.license,
        installation: meta.appContext.installation,
      });
      // Only what survives JSON leaves a function, as in production.
      return {
        success: true,
        body: result === undefined ? undefined : JSON.parse(JSON.stringify(result)),
        metrics: [],
      };
    } catch (error) {
      return { success: false, error: failure(error), metrics: [] };
    }
  });
};
