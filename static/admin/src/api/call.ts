import { invoke } from '@forge/bridge';
import type { Answer, ApiError, Input, Operation, Output, PersonalApi } from '../../../../src/shared/contract';
import { learnNow } from './now';

/** An operation that was answered with an error, or not at all. */
export class CallFailure extends Error {
  constructor(readonly error: ApiError) {
    super(error.message);
    this.name = 'CallFailure';
  }
}

/** Asks the app's server. Throws a CallFailure with a sentence for the administrator when it can't be done. */
export function call<Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>> {
  return answered(operation, input);
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
    return (await invoke(operation, { ...input })) as unknown as Answer<Value>;
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
