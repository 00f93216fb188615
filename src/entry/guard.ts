import { MINUTE, toIso, type Instant } from '../domain/instant';
import { isFailure, type FailureCode } from '../ports/failures';
import type { AppRole } from '../domain/app-role';
import type { Ports } from '../ports/ports';
import { findRoles } from '../usecases/app-roles';
import { recordNotPermitted } from '../usecases/record-request';
import type { Answer, ApiError, ApiErrorCode, Input, Operation } from '../shared/contract';
import type { Outcome } from '../usecases/outcome';
import { INPUTS } from './inputs';
import { OPERATIONS } from './operations';
import type { Caller, OperationHandler } from './operations/operation';
import { FOLLOWS_A_CLAIM, NOT_PERMITTED, ROLE_FOR } from './permissions';

/** Who calls, before it is known what they may do. */
type Visitor = Omit<Caller, 'may'>;

/** Reads tolerate a role that was taken away this recently; what changes something asks Jira every time, but for what follows a claim. */
const REMEMBERED_FOR = MINUTE;
const remembered = new Map<string, { readonly may: readonly AppRole[]; readonly at: Instant }>();

/**
 * Runs one operation for one caller: known operation → role for it → well-formed input → use case. Answers an envelope in
 * every case; what was thrown never reaches the page, only a fixed sentence and the reference of the log line.
 */
export async function guard(name: string, payload: unknown, visitor: Visitor, ports: Ports): Promise<Answer<unknown>> {
  const answer = (result: { ok: true; value: unknown } | { ok: false; error: ApiError }) => ({
    ...result,
    now: toIso(ports.clock.now()),
  });
  const reference = ports.ids.next().slice(0, 8);
  const refuse = (code: ApiErrorCode, message: string, fields?: ApiError['fields']) =>
    answer({ ok: false, error: fields ? { code, message, reference, fields } : { code, message, reference } });
  try {
    if (!isOperation(name))
      return refuse('unknown-operation', 'This version of the app does not know this operation. Reload the page.');
    const needed = ROLE_FOR[name];
    const isTolerant = needed === 'viewer' || FOLLOWS_A_CLAIM.has(name);
    const caller = { ...visitor, may: await rolesFor(visitor.accountId, isTolerant, ports) };
    if (!caller.may.includes(needed)) {
      await recordNotPermitted(name, visitor.accountId, ports);
      return refuse('not-permitted', NOT_PERMITTED[needed]);
    }
    const input = INPUTS[name].safeParse(payload ?? {});
    if (!input.success) {
      const fields = input.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }));
      return refuse('bad-input', 'The request is not well-formed, so nothing was changed.', fields);
    }
    const outcome = await run(name, input.data, caller, ports);
    return outcome.ok ? answer(outcome) : refuse(outcome.code, outcome.message, outcome.fields);
  } catch (error) {
    const code = isFailure(error) ? error.code : 'bug';
    const operation = isFailure(error) ? (error.details.operation ?? '') : error instanceof Error ? error.name : '';
    ports.log.error('operation failed', { reference, name: isOperation(name) ? name : 'unknown', code, operation });
    return refuse(...(isFailure(error) ? SENTENCES[error.code] : BUG));
  }
}

function isOperation(name: string): name is Operation {
  return Object.hasOwn(OPERATIONS, name);
}

function run<Name extends Operation>(
  name: Name,
  input: Input<Name>,
  caller: Caller,
  ports: Ports,
): Promise<Outcome<unknown>> {
  return (OPERATIONS[name] as OperationHandler<Name>)(input, caller, ports);
}

async function rolesFor(accountId: string, isTolerant: boolean, ports: Ports): Promise<readonly AppRole[]> {
  const now = ports.clock.now();
  const known = remembered.get(accountId);
  if (isTolerant && known && now < known.at + REMEMBERED_FOR) return known.may;
  const may = await findRoles(accountId, ports);
  if (may.length > 0) remembered.set(accountId, { may, at: now });
  else remembered.delete(accountId);
  return may;
}

const BUG: [ApiErrorCode, string] = [
  'internal',
  'Something went wrong in the app. Nothing was lost; try again, and report the reference if it stays.',
];

const SENTENCES: Readonly<Record<FailureCode, [ApiErrorCode, string]>> = {
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
  'store-unavailable': ['internal', 'The app’s storage did not answer. Nothing was lost; try again in a minute.'],
  'store-unreadable': [
    'internal',
    'A stored record can’t be read. Run the Subscriptions job again; report the reference if it stays.',
  ],
};
