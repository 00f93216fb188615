import type { Fault } from '../../core/faults';
import type { Invocation } from '../functions/invocation';
import type { Reply } from './http-text';

/** One call of a function to the platform. */
export interface DoorCall {
  readonly invocation: Invocation;
  /** The path the call is for, e.g. `/rest/api/3/myself`. */
  readonly target: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `drop`: cut the connection without an answer. `kill`: end the calling function's process. */
export type DoorAnswer = Reply | 'drop' | 'kill';

/**
 * Applies an injected fault to a call of the store or the queues: before it, instead of it, or after it. A delay holds
 * back the answer only: the call has taken effect by then.
 */
export async function throughFault(fault: Fault | undefined, call: () => Promise<Reply> | Reply): Promise<DoorAnswer> {
  if (fault === undefined) return call();
  const answer = await faulty(fault, call);
  if (fault.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  return answer;
}

async function faulty(fault: Fault, call: () => Promise<Reply> | Reply): Promise<DoorAnswer> {
  if (fault.killFunction === 'before') return 'kill';
  if (fault.drop === true) return 'drop';
  if (fault.status !== undefined)
    return { status: fault.status, ...(fault.headers && { headers: fault.headers }), body: fault.body };
  const reply = await call();
  if (fault.killFunction === 'after') return 'kill';
  const headers = fault.headers && { headers: { ...reply.headers, ...fault.headers } };
  return { ...reply, ...headers, ...(fault.body !== undefined && { body: fault.body }) };
}
