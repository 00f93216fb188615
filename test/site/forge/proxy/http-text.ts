import type { IncomingMessage, ServerResponse } from 'node:http';

/** Reads a request's body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends an answer; anything but text goes out as JSON. */
export function sendReply(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, typed ? headers : { ...headers, 'content-type': 'application/json' });
  response.end(text);
}

/** JSON, or undefined when the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
