import Resolver from '@forge/resolver';
import type { Answer } from '../shared/contract';
import { noteWayIn } from '../usecases/site-check/note-way-in';
import { compose, identify } from './compose';
import { guard } from './guard';
import { OPERATIONS } from './operations';

/** What the platform says about the page that asks. */
interface Context {
  readonly accountId?: string;
  readonly cloudId?: string;
  readonly moduleKey?: string;
}

const resolver = new Resolver();
for (const name of Object.keys(OPERATIONS)) {
  resolver.define(name, ({ payload, context }: { payload: unknown; context: Context }) =>
    answer(name, payload, context),
  );
}
const defined = resolver.getDefinitions();

/** The page's only door. An operation that does not exist is answered like any other refusal. */
export const handleInvoke: typeof defined = (invocation, platform) => {
  const { functionKey, payload } = invocation.call;
  if (Object.hasOwn(OPERATIONS, functionKey)) return defined(invocation, platform);
  const { principal } = (platform ?? {}) as { principal?: { accountId?: string } };
  return answer(functionKey, payload, principal ?? {});
};

async function answer(
  name: string,
  payload: unknown,
  { accountId = '', cloudId = '', moduleKey }: Context,
): Promise<Answer<unknown>> {
  const ports = compose();
  const answered = await guard(name, payload, { accountId, cloudId, app: identify() }, ports);
  if (answered.ok) await noteWayIn(moduleKey, accountId, ports);
  return answered;
}
