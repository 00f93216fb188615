import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The file below `root` that an address names, or undefined when there is none or it lies outside. */
export function findFile(root: string, address: string): string | undefined {
  const base = normalize(root).replace(/[\\/]+$/, '');
  const path = normalize(join(base, decodeURIComponent(address)));
  if (!path.startsWith(base + sep)) return undefined;
  return existsSync(path) && statSync(path).isFile() ? path : undefined;
}

/** A file of Vite's that carries a digest of its content in its name: it never changes. */
const NEVER_CHANGES = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/;

/** Answers with a file, its content type by its ending; what never changes may be kept, as on any content network. */
export function sendFile(response: ServerResponse, path: string, headers: Record<string, string> = {}): void {
  const kept = NEVER_CHANGES.test(path) ? { 'cache-control': 'public, max-age=31536000, immutable' } : {};
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...kept, ...headers });
  createReadStream(path).pipe(response);
}

/** Answers with a text. */
export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(text);
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  sendText(response, status, 'application/json', JSON.stringify(value), headers);
}
