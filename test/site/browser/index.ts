import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimulatedClock } from '../core/clock';
import type { ForgePart, JiraPart } from '../core/parts';
import type { Switches } from '../core/switches';
import { startAppOrigin } from './app-origin';
import type { Handler } from '../guarded';
import { buildShell, SHELL_DIR } from './build-shell';
import { answerShell } from './shell-api';
import { findFile, sendFile, sendJson, sendText } from './static-files';
import { themeCss } from './theme-css';

export interface BrowserPartOptions {
  readonly forge: ForgePart;
  readonly jira: JiraPart;
  readonly clock: SimulatedClock;
  readonly switches: Switches;
  /** The app's folder: resource paths of the manifest are relative to it. */
  readonly appDir: string;
  readonly shellOrigin: string;
}

export interface BrowserPart {
  /** Answers everything of the shell's origin that is neither Jira nor the site's control. */
  readonly handle: Handler;
  /** Where the app's static files are served, as on the platform another origin than the product's. */
  readonly appOrigin: string;
  readonly close: () => Promise<void>;
}

/** The browser's part of the local site: a small Jira administration shell with the app's pages in a sandboxed frame. */
export async function createBrowserPart(options: BrowserPartOptions): Promise<BrowserPart> {
  buildShell();
  const app = await startAppOrigin(options);
  const css = themeCss();

  function handle(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    const { pathname } = new URL(request.url ?? '/', options.shellOrigin);
    const [, call] = /^\/__shell\/([a-z-]+)$/.exec(pathname) ?? [];
    if (call === 'theme') sendText(response, 200, 'text/css', css);
    else if (call !== undefined) return answerCall(request, response, call);
    else if (pathname === '/favicon.ico') response.writeHead(204).end();
    else answerFile(response, pathname);
  }

  /** The shell's own files; every other address is one of its pages. */
  function answerFile(response: ServerResponse, pathname: string): void {
    const isAsset = pathname.startsWith('/assets/');
    const file = findFile(SHELL_DIR, isAsset ? pathname : 'index.html');
    if (file) sendFile(response, file, isAsset ? {} : { 'cache-control': 'no-store' });
    else sendText(response, 404, 'text/plain', `No ${pathname}`);
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, call: string): Promise<void> {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== options.shellOrigin) {
      sendJson(response, 403, { message: 'Only the shell itself may ask this' });
      return;
    }
    await answerShell({ ...options, appOrigin: app.origin }, request, response, call);
  }

  return { handle, appOrigin: app.origin, close: () => app.close() };
}
