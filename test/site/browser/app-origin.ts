import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ForgePart } from '../core/parts';
import { AVATAR_PREFIX, avatarSvg } from './avatars';
import { guarded } from '../guarded';
import { contentSecurityPolicy } from './content-security-policy';
import { findFile, sendFile, sendText } from './static-files';
import { themeCss } from './theme-css';

/** What the platform puts in front of an app's own scripts. */
const SCRIPTS = ['global-bridge', 'frame-height'];
const HEAD = SCRIPTS.map((name) => `<script src="/__frame/${name}.js"></script>`).join('');

/**
 * The second origin of the platform: the app's static files, each page with the production content security policy and
 * the bridge script as the first thing in its head. Addresses are `/<resource>/<file>`.
 */
export async function startAppOrigin(options: {
  forge: ForgePart;
  appDir: string;
  shellOrigin: string;
}): Promise<{ origin: string; close(): Promise<void> }> {
  const css = themeCss();
  const server = createServer(
    guarded((request, response) => {
      const url = new URL(request.url ?? '/', 'http://app');
      const script = SCRIPTS.find((name) => url.pathname === `/__frame/${name}.js`);
      if (script) sendFile(response, join(__dirname, 'frame', `${script}.cjs`));
      else if (url.pathname === '/__frame/theme.css') sendText(response, 200, 'text/css', css);
      else if (url.pathname.startsWith(AVATAR_PREFIX))
        sendText(response, 200, 'image/svg+xml', avatarSvg(url.pathname));
      else if (url.pathname === '/__frame/csp-report') acknowledge(request, response);
      else sendResource(url.pathname, response, { ...options, appOrigin: originOf(server) });
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: originOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendResource(
  address: string,
  response: ServerResponse,
  options: { forge: ForgePart; appDir: string; shellOrigin: string; appOrigin: string },
): void {
  const [, resource = '', file = ''] = /^\/([^/]+)\/(.*)$/.exec(address) ?? [];
  const page = options.forge.pages.find((candidate) => candidate.resource === resource);
  const path = page && findFile(join(options.appDir, page.path), file || 'index.html');
  if (!path) sendText(response, 404, 'text/plain', `The app has no file ${address}`);
  else if (!path.endsWith('.html')) sendFile(response, path, { 'access-control-allow-origin': '*' });
  else sendPage(path, response, options);
}

function sendPage(
  path: string,
  response: ServerResponse,
  options: { forge: ForgePart; shellOrigin: string; appOrigin: string },
): void {
  const html = readFileSync(path, 'utf8').replace(/<head[^>]*>/i, (tag) => tag + HEAD);
  const policy = contentSecurityPolicy({
    html,
    permissions: options.forge.permissions,
    shellOrigin: options.shellOrigin,
    appOrigin: options.appOrigin,
  });
  sendText(response, 200, 'text/html; charset=utf-8', html, { 'content-security-policy': policy });
}

function acknowledge(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(204).end();
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
