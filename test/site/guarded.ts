import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { TooDeep } from './core/json-depth';
import { sendReply } from './forge/proxy/http-text';

/** Answers one request; what it throws is answered by the door. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/**
 * A door that stays open whatever comes: only callers that reached it as this machine are let in, and what a handler can't read is
 * a 400 instead of the end of the process.
 */
export function guarded(handler: Handler): RequestListener {
  return (request, response) => void answer(handler, request, response);
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (isLocal(request)) await handler(request, response);
    else sendReply(response, { status: 403, body: { message: 'Only programs on this machine may use the site.' } });
  } catch (error) {
    if (response.headersSent) response.end();
    else sendReply(response, replyTo(error));
  }
}

/** A page that reached us through a name of its own is another site's. */
function isLocal({ headers, socket }: IncomingMessage): boolean {
  const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(headers.host ?? '');
  return loopback && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

function replyTo(error: unknown): { status: number; body: { message: string } } {
  if (error instanceof TooDeep) return { status: 400, body: { message: error.message } };
  if (error instanceof SyntaxError) return { status: 400, body: { message: 'body: not JSON' } };
  if (error instanceof URIError || (error as { code?: unknown } | null)?.code === 'ERR_INVALID_URL')
    return { status: 400, body: { message: 'The address can’t be read.' } };
  return { status: 500, body: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) } };
}
