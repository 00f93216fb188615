import type { FunctionDeclaration, Manifest } from '../manifest/manifest';

/** What the platform lets one invocation use (Forge documentation, "Invocation limits"). */
export const INVOKE_REQUEST_BYTES = 500 * 1024;
export const INVOKE_RESPONSE_BYTES = 5 * 1024 * 1024;
export const EVENT_BYTES = 200 * 1024;
/** Containers of one function that run side by side. Production has more; this machine has few processors. */
export const CONTAINERS_PER_FUNCTION = 4;

/** Memory at which a function gets a whole processor; less memory gets that much less of one (AWS Lambda, which Forge runs on). */
const WHOLE_PROCESSOR_MB = 1_769;

/** The part of a processor that a function with that much memory gets: 0.14 at 256 MB. */
export const cpuShare = (memoryMb: number): number => Math.min(1, memoryMb / WHOLE_PROCESSOR_MB);

/** How long an invocation took on the platform, where its processor time is stretched to its share. */
export const elapsedMs = (wallMs: number, cpuMs: number, share: number): number => Math.max(wallMs, cpuMs / share);

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
