export interface FrameLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  readonly key: string;
}
type Action = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: FrameLocation, action: Action) => void;
type To = string | { pathname?: string; search?: string; hash?: string; state?: unknown };

/**
 * The app's part of the shell's address. What follows the base path in the browser's address bar is the app's location,
 * so its pages can be bookmarked and the browser's back and forward buttons work.
 */
export class FrameHistory {
  private readonly listeners = new Set<Listener>();
  private readonly onPop = () => this.tell('POP');

  constructor(private readonly basePath: string) {
    addEventListener('popstate', this.onPop);
  }

  get location(): FrameLocation {
    const { pathname, search, hash } = window.location;
    const entry = (window.history.state ?? {}) as { state?: unknown; key?: string };
    const inside = pathname.startsWith(this.basePath) ? pathname.slice(this.basePath.length) : '';
    return { pathname: inside || '/', search, hash, state: entry.state ?? null, key: entry.key ?? 'default' };
  }

  navigate(to: To, state: unknown, action: 'PUSH' | 'REPLACE'): void {
    const target = typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`;
    const url = new URL(target || '/', `http://frame${this.location.pathname}`);
    const entry = { state: state ?? (typeof to === 'string' ? null : to.state), key: crypto.randomUUID().slice(0, 8) };
    const address = this.basePath + url.pathname + url.search + url.hash;
    if (action === 'PUSH') window.history.pushState(entry, '', address);
    else window.history.replaceState(entry, '', address);
    this.tell(action);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What the bridge's `createHistory` answers. */
  forBridge(): Record<string, unknown> {
    return {
      action: 'POP',
      location: this.location,
      length: window.history.length,
      push: (to: To, state?: unknown) => this.navigate(to, state, 'PUSH'),
      replace: (to: To, state?: unknown) => this.navigate(to, state, 'REPLACE'),
      go: (delta: number) => window.history.go(delta),
      goBack: () => window.history.back(),
      goForward: () => window.history.forward(),
      listen: (listener: Listener) => this.listen(listener),
    };
  }

  close(): void {
    removeEventListener('popstate', this.onPop);
  }

  private tell(action: Action): void {
    for (const listener of this.listeners) listener(this.location, action);
  }
}
