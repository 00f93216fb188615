import Resolver from '@forge/resolver';
import type { Answer } from '../shared/contract';
import { compose, identify } from './compose';
import { guard } from './guard';
import { OPERATIONS } from './operations';

const resolver = new Resolver();
for (const name of Object.keys(OPERATIONS)) {
  resolver.define(
    name,
    ({ payload, context }: { payload: unknown; context: { accountId?: string; cloudId?: string } }) =>
      answer(name, payload, context.accountId, context.cloudId),
  );
}
const defined = resolver.getDefinitions();

/** The page's only door. An operation that does not exist is answered like any other refusal. */
export const handleInvoke: typeof defined = (invocation, platform) => {
  const { functionKey, payload } = invocation.call;
  if (Object.hasOwn(OPERATIONS, functionKey)) return defined(invocation, platform);
  const { principal } = (platform ?? {}) as { principal?: { accountId?: string } };
  return answer(functionKey, payload, principal?.accountId, undefined);
};

function answer(name: string, payload: unknown, accountId = '', cloudId = ''): Promise<Answer<unknown>> {
  return guard(name, payload, { accountId, cloudId, app: identify() }, compose());
}
