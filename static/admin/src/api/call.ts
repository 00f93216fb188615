import { invoke } from '@forge/bridge';
import type { Answer, ApiError, Input, Operation, Output, PersonalApi } from '../../../../src/shared/contract';
import { learnNow } from './now';
import { askWhenThrottled, isReading } from './when-throttled';

/** An operation that was answered with an error, or not at all. */
export class CallFailure extends Error {
  constructor(readonly error: ApiError) {
    super(error.message);
    this.name = 'CallFailure';
  }
}

/** Asks the app's server. Throws a CallFailure with a sentence for the administrator when it can't be done. */
export function call<Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>> {
  return takeAhead(operation, input) ?? answered(operation, input);
}

/** What was asked ahead is soon old. */
const AHEAD_MS = 10_000;
const ahead = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>();

/** Asks what the next call of the same operation with the same input will want; that one call gets this answer. */
export function callAhead<Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = answered<Output<Name>>(operation, input);
  ahead.set(keyOf(operation, input), { at: performance.now(), answer });
  return answer;
}

function takeAhead<Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>> | undefined {
  const key = keyOf(operation, input);
  const asked = ahead.get(key);
  ahead.delete(key);
  const isFresh = asked !== undefined && performance.now() - asked.at < AHEAD_MS;
  return isFresh ? (asked.answer as Promise<Output<Name>>) : undefined;
}

function keyOf(operation: string, input: object): string {
  return `${operation} ${JSON.stringify(input)}`;
}

/** Asks the server of the personal page, which knows other operations. Throws a CallFailure with a sentence for the person. */
export function callPersonal<Name extends keyof PersonalApi>(
  operation: Name,
  input: PersonalApi[Name]['input'],
): Promise<PersonalApi[Name]['output']> {
  return answered(operation, input);
}

async function answered<Value>(operation: string, input: object): Promise<Value> {
  const answer = await ask<Value>(operation, input);
  learnNow(answer.now);
  if (!answer.ok) throw new CallFailure(answer.error);
  return answer.value;
}

async function ask<Value>(operation: string, input: object): Promise<Answer<Value>> {
  try {
    const once = () => invoke(operation, { ...input });
    return (await (isReading(operation) ? askWhenThrottled(once) : once())) as unknown as Answer<Value>;
  } catch (error) {
    throw new CallFailure(unanswered(operation, error));
  }
}

/** The platform ended the call (time limit, memory, network) before the app could say anything. */
function unanswered(operation: string, error: unknown): ApiError {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`${operation} was not answered: ${reason}`);
  return {
    code: 'internal',
    message:
      'The app did not answer. What was shown before is still valid, and anything you just started may still finish. Wait a moment, then try again.',
    reference: `${operation}, no answer`,
  };
}

/** Any error as the page shows it. */
export function failureOf(error: unknown): ApiError {
  if (error instanceof CallFailure) return error.error;
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: 'This part of the page failed. Try again.', reference: reason };
}
