import type { ForgePart } from '../core/parts';
import { licenseOf, type InvocationOutcome } from './functions/invocation';
import type { Installation } from './functions/installation';
import { INVOKE_REQUEST_BYTES, INVOKE_RESPONSE_BYTES } from './functions/limits';
import { jsonBytes } from './json-bytes';
import type { Caller, Manifest } from './manifest/manifest';

export type InvokeAnswer = Awaited<ReturnType<ForgePart['invoke']>>;

/** What a page knows about where it is shown: the bridge's getContext, and a resolver's `context`. */
export function pageContext(
  { type, key }: Pick<Caller, 'type' | 'key'>,
  manifest: Manifest,
  { cloudId, environmentId, environmentType }: Installation,
  timezone: string,
  license: string,
): Record<string, unknown> {
  return {
    cloudId,
    moduleKey: key,
    localId: `ari:cloud:ecosystem::extension/${manifest.appId}/${environmentId}/static/${key}`,
    environmentId,
    environmentType,
    timezone,
    locale: 'en-US',
    extension: { type },
    ...licenseOf(license),
  };
}

/** Runs a resolver as the page's `invoke` does, within the limits on what goes in and out. */
export async function callResolver(
  run: (body: unknown) => Promise<InvocationOutcome>,
  call: { functionKey: string; payload: unknown },
  context: Record<string, unknown>,
): Promise<InvokeAnswer> {
  if (jsonBytes(call.payload) > INVOKE_REQUEST_BYTES)
    return refused('PAYLOAD_TOO_LARGE', 'The payload of invoke is over 500 KB.');
  const outcome = await run({ call, context });
  if (!outcome.success) return refused(outcome.error.errorType, outcome.error.errorMessage);
  if (jsonBytes(outcome.body) > INVOKE_RESPONSE_BYTES) return refused('RESPONSE_TOO_LARGE', 'The answer is over 5 MB.');
  return { ok: true, value: outcome.body ?? {} }; // nothing arrives as an empty object, as in production
}

const refused = (name: string, message: string): InvokeAnswer => ({ ok: false, error: { name, message } });
