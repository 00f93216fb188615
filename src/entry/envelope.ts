import type { z } from 'zod';
import { toIso } from '../domain/instant';
import { isFailure, type FailureCode } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { Answer, ApiError, ApiErrorCode } from '../shared/contract';

/** What an operation came to: a value, or why there is none. */
export type Answered =
  | { readonly ok: true; readonly value: unknown }
  | ({ readonly ok: false } & Pick<ApiError, 'code' | 'message' | 'fields'>);

/** Puts what an operation came to into the envelope of every answer. What was thrown never reaches the page, only a fixed sentence and the reference of the log line. */
export async function answering(
  name: string,
  { clock, ids, log }: Pick<Ports, 'clock' | 'ids' | 'log'>,
  work: () => Promise<Answered>,
): Promise<Answer<unknown>> {
  const reference = ids.next().slice(0, 8);
  const answered = await work().catch((error: unknown): Answered => {
    const code = isFailure(error) ? error.code : 'bug';
    const operation = isFailure(error) ? (error.details.operation ?? '') : error instanceof Error ? error.name : '';
    log.error('operation failed', { reference, name, code, operation });
    return refused(...(isFailure(error) ? SENTENCES[error.code] : BUG));
  });
  const now = toIso(clock.now());
  if (answered.ok) return { ...answered, now };
  const { code, message, fields } = answered;
  return { ok: false, error: fields ? { code, message, reference, fields } : { code, message, reference }, now };
}

export function refused(code: ApiErrorCode, message: string): Answered {
  return { ok: false, code, message };
}

export const UNKNOWN_OPERATION = refused(
  'unknown-operation',
  'This version of the app does not know this operation. Reload the page.',
);

export function malformed({ issues }: z.ZodError): Answered {
  const fields = issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }));
  return { ok: false, code: 'bad-input', message: 'The request is not well-formed, so nothing was changed.', fields };
}

const BUG: readonly [ApiErrorCode, string] = [
  'internal',
  'Something went wrong in the app. Nothing was lost; try again, and report the reference if it stays.',
];

const SENTENCES: Readonly<Record<FailureCode, readonly [ApiErrorCode, string]>> = {
  'jira-refused': [
    'jira-refused',
    'Jira refused the request. Check that the app’s own user and you administer Jira, then try again.',
  ],
  'jira-not-found': [
    'jira-refused',
    'Jira no longer knows a group or person that was asked for. Reload the page and try again.',
  ],
  'jira-rejected': ['jira-refused', 'Jira rejected the request. Reload the page and try again.'],
  'jira-busy': ['jira-busy', 'Jira is busy and asks for a pause. Nothing was changed; try again in a minute.'],
  'points-spent': [
    'jira-busy',
    'The app has used up its hourly share of Jira. Nothing was changed; try again after the full hour.',
  ],
  'jira-unavailable': ['jira-busy', 'Jira did not answer. Nothing was changed; try again in a minute.'],
  'jira-changed': [
    'jira-changed',
    'Jira’s answer does not have the documented form, so nothing was concluded from it. Report the reference.',
  ],
  'store-conflict': [
    'conflict',
    'Somebody else changed the same record at this moment. Reload the page and try again.',
  ],
  'store-busy': ['app-busy', 'Many people use the app at this moment. Nothing was lost; try again in a minute.'],
  'store-unavailable': ['internal', 'The app’s storage did not answer. Nothing was lost; try again in a minute.'],
  'store-unreadable': [
    'internal',
    'A stored record can’t be read. Run the Subscriptions job again; report the reference if it stays.',
  ],
};
