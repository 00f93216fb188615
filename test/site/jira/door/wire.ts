import type { Fault } from '../../core/faults';
import { parseBoundedJson } from '../../core/json-depth';
import type { JiraResponse } from '../../core/exchange';
import { badRequest } from './answer';

/** Serializes an answer; a string goes out as it is. */
export function respond(status: number, headers: Readonly<Record<string, string>>, body: unknown): JiraResponse {
  if (body === undefined) return { status, headers, body: '' };
  const isText = typeof body === 'string';
  const type = isText ? 'text/html;charset=UTF-8' : 'application/json;charset=UTF-8';
  return { status, headers: { 'Content-Type': type, ...headers }, body: isText ? body : JSON.stringify(body) };
}

/**
 * Applies an injected fault to an answer. Cutting the connection and killing the caller need the layer that owns the
 * connection: status 0 with `x-site-fault` asks it to.
 */
export function withFault(response: JiraResponse, fault: Fault | undefined): JiraResponse {
  if (fault === undefined) return response;
  if (fault.drop === true) return { status: 0, headers: { 'x-site-fault': 'drop' }, body: '' };
  if (fault.killFunction !== undefined)
    return { status: 0, headers: { 'x-site-fault': `kill-${fault.killFunction}` }, body: '' };
  const body = fault.body === undefined ? response.body : respond(0, {}, fault.body).body;
  return { status: fault.status ?? response.status, headers: { ...response.headers, ...fault.headers }, body };
}

/** Parses a JSON body; without `otherwise` one that cannot be read is Jira's 400. */
export function parseJson(body: string | undefined, otherwise?: unknown): unknown {
  if (body === undefined || body === '') return undefined;
  try {
    return parseBoundedJson(body);
  } catch {
    if (otherwise !== undefined) return otherwise;
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  }
}
