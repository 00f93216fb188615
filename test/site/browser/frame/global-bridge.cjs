/**
 * What the platform puts in front of an app's own scripts in every frame: `globalThis.__bridge`, over messages to the
 * product's window. Functions cross as numbered handles and become asynchronous on the other side.
 */
(() => {
  const waiting = new Map();
  const functions = new Map();
  const handles = new WeakMap();
  let sequence = 0;

  const post = (message) => parent.postMessage({ forgeBridge: 1, ...message }, '*');

  const handleOf = (fn) => {
    if (!handles.has(fn)) {
      handles.set(fn, ++sequence);
      functions.set(sequence, fn);
    }
    return { forgeFunction: handles.get(fn) };
  };

  const isPlain = (value) => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  const each = (value, change) =>
    Array.isArray(value)
      ? value.map(change)
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));

  const pack = (value) => {
    if (typeof value === 'function') return handleOf(value);
    if (value instanceof Error) return { message: value.message, name: value.name };
    return value && typeof value === 'object' && isPlain(value) ? each(value, pack) : value;
  };

  const unpack = (value) => {
    if (!value || typeof value !== 'object' || !isPlain(value)) return value;
    if (value.forgeFunction)
      return (...args) => request({ type: 'host-function', fn: value.forgeFunction, args: pack(args) });
    return each(value, unpack);
  };

  const request = (message) =>
    new Promise((resolve, reject) => {
      const id = ++sequence;
      waiting.set(id, { resolve, reject });
      post({ ...message, id });
    });

  const settle = ({ id, ok, value, error }) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (ok) call?.resolve(unpack(value));
    else call?.reject(Object.assign(new Error(error.message), error));
  };

  const runAppFunction = async ({ id, fn, args }) => {
    try {
      const value = await functions.get(fn)?.(...unpack(args));
      post({ type: 'result', id, ok: true, value: pack(value) });
    } catch (error) {
      post({ type: 'result', id, ok: false, error: { message: String(error?.message ?? error) } });
    }
  };

  const applyTheme = ({ colorMode, theme }) => {
    const root = document.documentElement;
    if (!document.getElementById('forge-theme')) {
      const link = document.createElement('link');
      Object.assign(link, { id: 'forge-theme', rel: 'stylesheet', href: '/__frame/theme.css' });
      document.head.appendChild(link);
    }
    root.setAttribute('data-color-mode', colorMode);
    root.setAttribute('data-theme', theme);
  };

  addEventListener('message', (event) => {
    const message = event.data;
    if (event.source !== parent || message?.forgeBridge !== 1) return;
    if (message.type === 'result') settle(message);
    if (message.type === 'app-function') void runAppFunction(message);
    if (message.type === 'theme') applyTheme(message);
  });

  addEventListener('securitypolicyviolation', (event) => {
    post({ type: 'violation', directive: event.effectiveDirective, blocked: event.blockedURI });
  });

  globalThis.__bridge = {
    callBridge: (command, payload) => request({ type: 'call', command, payload: pack(payload) }),
  };
})();
