import Resolver from '@forge/resolver';
import type { Ports } from '../ports/ports';
import type { Answer, PersonalApi } from '../shared/contract';
import type { Outcome } from '../usecases/outcome';
import { noteWayIn } from '../usecases/site-check/note-way-in';
import { tellRefused } from './changes';
import { compose } from './compose';
import { answering, malformed, refused, UNKNOWN_OPERATION } from './envelope';
import { PERSONAL_INPUTS, PERSONAL_OPERATIONS } from './my-seat';

type Name = keyof PersonalApi;

interface Context {
  readonly accountId?: string;
  readonly moduleKey?: string;
}

const resolver = new Resolver();
for (const name of Object.keys(PERSONAL_OPERATIONS)) {
  resolver.define(name, async ({ payload, context }: { payload: unknown; context: Context }) => {
    const ports = compose();
    const answered = await answerPerson(name, payload, context.accountId, ports);
    if (answered.ok) await noteWayIn(context.moduleKey, context.accountId ?? '', ports);
    return answered;
  });
}
const defined = resolver.getDefinitions();

/** The only door of the page “My Jira seat”, which everybody may open. */
export const handleMySeat: typeof defined = (invocation, platform) => {
  const { functionKey, payload } = invocation.call;
  if (isOperation(functionKey)) return defined(invocation, platform);
  return answerPerson(functionKey, payload, undefined, compose());
};

/** Whoever calls is known from the platform's own context and is the only person they ask about: nothing else is to be permitted. */
export function answerPerson(
  name: string,
  payload: unknown,
  accountId: string | undefined,
  ports: Ports,
): Promise<Answer<unknown>> {
  return answering(isOperation(name) ? name : 'unknown', ports, async () => {
    if (!isOperation(name)) return UNKNOWN_OPERATION;
    if (!accountId) return refused('not-permitted', 'Log in to Jira to see your seats.');
    const input = PERSONAL_INPUTS[name].safeParse(payload ?? {});
    if (!input.success) return malformed(input.error);
    const operation = PERSONAL_OPERATIONS[name] as (
      input: unknown,
      caller: string,
      ports: Ports,
    ) => Promise<Outcome<unknown>>;
    const outcome = await operation(input.data, accountId, ports);
    if (!outcome.ok) await tellRefused(name, outcome, { by: accountId, input: input.data }, ports);
    return outcome;
  });
}

function isOperation(name: string): name is Name {
  return Object.hasOwn(PERSONAL_OPERATIONS, name);
}
