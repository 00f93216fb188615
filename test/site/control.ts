import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Site } from './assemble';
import { ControlRefusal } from './control/refusal';
import { parseBoundedJson, TooDeep } from './core/json-depth';
import { ROUTES } from './control/routes';
import { readText, sendReply, type Reply } from './forge/proxy/http-text';

export const CONTROL_PREFIX = '/__site';

/** Answers the control calls of the site. Only this machine may ask, and no web page of another origin. */
export async function answerControl(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  sendReply(response, await answer(site, request));
}

async function answer(site: Site, request: IncomingMessage): Promise<Reply> {
  try {
    if (!isOwnOrigin(request)) throw new ControlRefusal(403, 'Only programs on this machine may control the site.');
    const url = new URL(request.url ?? '/', 'http://site');
    const path = url.pathname.slice(CONTROL_PREFIX.length).replace(/\/$/, '');
    const route = ROUTES[`${request.method} ${path}`];
    if (route === undefined) throw unknownCall(request.method ?? '', path);
    return { status: 200, body: await route(site, await jsonBody(request), url.searchParams) };
  } catch (error) {
    if (error instanceof ControlRefusal) return { status: error.status, body: { message: error.message } };
    return { status: 500, body: { message: error instanceof Error ? error.stack : String(error) } };
  }
}

/** A page of another site gets no control. */
function isOwnOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

function unknownCall(method: string, path: string): ControlRefusal {
  const methods = Object.keys(ROUTES).flatMap((known) => (known.endsWith(` ${path}`) ? [known.split(' ')[0]] : []));
  if (methods.length === 0) return new ControlRefusal(404, `There is no control call ${CONTROL_PREFIX}${path}`);
  return new ControlRefusal(501, `${CONTROL_PREFIX}${path} takes ${methods.join(' and ')}, not ${method}`);
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (text === '') return undefined;
  try {
    return parseBoundedJson(text);
  } catch (error) {
    throw new ControlRefusal(400, error instanceof TooDeep ? error.message : 'body: not JSON');
  }
}
