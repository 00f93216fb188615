import { z } from 'zod';
import { badRequest, notModeled } from './answer';

/**
 * Reads a request body. A field this site does not know answers 501, a known field of the wrong type Jira's 400:
 * Jira itself rejects what it cannot read.
 */
export function readBody<Shape extends z.ZodRawShape>(body: unknown, shape: Shape): z.infer<z.ZodObject<Shape>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  const unknown = Object.keys(body).find((field) => !Object.hasOwn(shape, field));
  if (unknown !== undefined) throw notModeled(`the body field '${unknown}'`);
  const result = z.object(shape).safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw badRequest(`Invalid request payload: '${issue?.path.join('.') ?? ''}' ${issue?.message ?? 'is not valid'}.`);
}
