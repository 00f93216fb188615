import type { z } from 'zod';
import type { Site } from '../assemble';
import type { InvokeBody } from './inputs';
import { ControlRefusal } from './refusal';

/**
 * Does what the page's `invoke` does, as some account. The app's resolver answers `{ok, value}` or `{ok, error}` itself;
 * that answer is passed on as it is, so callers see one envelope and not two.
 */
export async function invokeAs(
  { forge, jira }: Site,
  { function: key, operation, payload = {}, as }: z.infer<typeof InvokeBody>,
): Promise<unknown> {
  const moduleKey = forge.resolverModule(key);
  if (moduleKey === undefined) throw new ControlRefusal(404, `function: no page calls a function ${key}`);
  const accountId = jira.accountOf(as);
  if (accountId === undefined) throw new ControlRefusal(400, `as: there is no account ${as}`);
  const answer = await forge.invoke({ moduleKey, functionKey: operation, payload, accountId });
  return answer.ok && isEnvelope(answer.value) ? answer.value : answer;
}

function isEnvelope(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : value.ok === false && 'error' in value;
}
