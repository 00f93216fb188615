import { z } from 'zod';
import { ACCOUNT_STATES } from '../forge/proxy/account-register';
import { parseDuration, parseInstant } from './duration';

/** Bodies of the control calls. What they do not name is refused, so that a misspelled field is noticed. */
const Duration = z.string().transform((text, context) => {
  const duration = parseDuration(text);
  if (duration === undefined) context.addIssue('not a duration like 36h, 90m or 1d12h');
  return duration ?? 0;
});

const Instant = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant === undefined) context.addIssue('not an ISO 8601 time with an offset, like 2026-01-31T09:00:00Z');
  return instant ?? 0;
});

export const ClockBody = z
  .strictObject({ advance: Duration.optional(), to: Instant.optional() })
  .refine(({ advance, to }) => (advance === undefined) !== (to === undefined), {
    message: 'expected {"advance": "36h"} or {"to": "2026-01-31T09:00:00Z"}',
  });
export const TriggerBody = z.strictObject({ module: z.string() });
export const InvokeBody = z.strictObject({
  function: z.string(),
  operation: z.string(),
  payload: z.unknown().optional(),
  as: z.string(),
});
export const EventBody = z.strictObject({
  eventType: z.string(),
  by: z.string(),
  issue: z.string().optional(),
  /** Where a work item is viewed; left out: on its own page. */
  from: z.enum(['board', 'list']).optional(),
});
export const AccountBody = z.strictObject({ accountId: z.string().min(1), state: z.enum(ACCOUNT_STATES) });
export const NothingBody = z.strictObject({}).optional();
export const SwitchesBody = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
