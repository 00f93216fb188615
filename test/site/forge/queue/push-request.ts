import { z } from 'zod';

/** What `new Queue({ key }).push(…)` of @forge/events sends, and the platform's limits on it. */
export const MAX_EVENTS = 50;
export const MAX_PUSH_BYTES = 200 * 1024;
export const MAX_LONG_CONSUMER_EVENT_BYTES = 100 * 1024;
export const EVENTS_PER_MINUTE = 500;
export const PUSHES_PER_CHAIN = 1_000;

const Event = z.strictObject({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(900).optional(),
  concurrency: z.strictObject({ key: z.string().min(1), limit: z.number().int().positive() }).optional(),
});

export const PushRequest = z.strictObject({
  queueName: z.string(),
  jobId: z.string(),
  type: z.literal('avi:forge:app:event'),
  schema: z.string(),
  payload: z.array(Event).min(1),
  time: z.string(),
});
export type PushRequest = z.infer<typeof PushRequest>;

export const JobRequest = z.strictObject({ queueName: z.string(), jobId: z.string(), time: z.string() });
