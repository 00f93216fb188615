import type { FunctionDeclaration, Manifest } from '../manifest/manifest';

/** What the platform lets one invocation use (Forge documentation, "Invocation limits"). */
export const INVOKE_REQUEST_BYTES = 500 * 1024;
export const INVOKE_RESPONSE_BYTES = 5 * 1024 * 1024;
export const EVENT_BYTES = 200 * 1024;
/** Containers of one function that run side by side. Production has more; this machine has few processors. */
export const CONTAINERS_PER_FUNCTION = 4;

const SHORT_SECONDS = 25;
const LONG_DEFAULT_SECONDS = 55;
const BACKGROUND = new Set(['consumer', 'scheduledTrigger']);

/** Seconds after which an invocation is killed: the lowest that any module calling this function allows. */
export function timeoutSeconds(declared: FunctionDeclaration, manifest: Manifest): number {
  const callers = [
    ...manifest.resolvers,
    ...manifest.consumers,
    ...manifest.scheduledTriggers,
    ...manifest.eventTriggers,
  ].filter(({ functionKey }) => functionKey === declared.key);
  const background = callers.every(({ type }) => BACKGROUND.has(type));
  if (background) return declared.timeoutSeconds ?? LONG_DEFAULT_SECONDS;
  return Math.min(declared.timeoutSeconds ?? SHORT_SECONDS, SHORT_SECONDS);
}
