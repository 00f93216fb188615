/** Messages between the shell and an app frame. Functions cross as handles and become asynchronous on the other side. */
export interface Wire {
  readonly post: (message: object) => void;
  readonly close: () => void;
}

type Call = (command: string, payload: unknown) => unknown;
/** How high a frame's document is, in pixels: its body, and how far it scrolls. */
export interface FrameHeight {
  readonly bodyOffset: number;
  readonly scrollHeight: number;
}

/** Who hears what a frame says. */
interface Listeners {
  /** Answers its bridge commands. */
  readonly call: Call;
  /** Hears what its security policy blocked. */
  readonly violation: (text: string) => void;
  readonly height: (height: FrameHeight) => void;
}

interface Message extends FrameHeight {
  readonly forgeBridge: 1;
  readonly type: 'call' | 'host-function' | 'result' | 'violation' | 'height';
  readonly id: number;
  readonly command: string;
  readonly payload: unknown;
  readonly fn: number;
  readonly args: unknown[];
  readonly ok: boolean;
  readonly value: unknown;
  readonly error: { message: string };
  readonly directive: string;
  readonly blocked: string;
}

/** Connects to a frame. */
export function connect(frame: HTMLIFrameElement, origin: string, { call, violation, height }: Listeners): Wire {
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const remotes = new Map<number, (...args: unknown[]) => Promise<unknown>>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let sequence = 0;
  const post = (message: object) => frame.contentWindow?.postMessage({ forgeBridge: 1, ...message }, origin);

  function pack(value: unknown): unknown {
    if (typeof value !== 'function') return each(value, pack);
    functions.set(++sequence, value as (...args: unknown[]) => unknown);
    return { forgeFunction: sequence };
  }

  function unpack(value: unknown): unknown {
    const handle = (value as { forgeFunction?: number } | null)?.forgeFunction;
    return handle === undefined ? each(value, unpack) : remote(handle);
  }

  function remote(fn: number): (...args: unknown[]) => Promise<unknown> {
    const known = remotes.get(fn);
    if (known) return known;
    const made = (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        waiting.set(++sequence, { resolve, reject });
        post({ type: 'app-function', id: sequence, fn, args: args.map(pack) });
      });
    remotes.set(fn, made);
    return made;
  }

  async function answer(id: number, work: () => unknown): Promise<void> {
    try {
      post({ type: 'result', id, ok: true, value: pack(await work()) });
    } catch (error) {
      const { message, name } = error as Error;
      post({ type: 'result', id, ok: false, error: { message, name } });
    }
  }

  function settle({ id, ok, value, error }: Message): void {
    const call = waiting.get(id);
    waiting.delete(id);
    if (ok) call?.resolve(unpack(value));
    else call?.reject(new Error(error.message));
  }

  function receive(event: MessageEvent): void {
    const message = event.data as Message | undefined;
    if (event.source !== frame.contentWindow || event.origin !== origin || message === undefined) return;
    if (message.type === 'call') void answer(message.id, () => call(message.command, unpack(message.payload)));
    if (message.type === 'host-function')
      void answer(message.id, () => functions.get(message.fn)?.(...(unpack(message.args) as unknown[])));
    if (message.type === 'result') settle(message);
    if (message.type === 'violation') violation(`${message.directive} blocked ${message.blocked}`);
    if (message.type === 'height') height(message);
  }

  addEventListener('message', receive);
  return { post, close: () => removeEventListener('message', receive) };
}

function each(value: unknown, change: (item: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!value || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
}
