import { validateHeaderName, validateHeaderValue } from 'node:http';
import { z } from 'zod';

const Match = z
  .strictObject({
    method: z.string().optional(),
    /** Part of path and query, as it stands or as a regular expression. */
    path: z.string().superRefine(checkPattern).optional(),
    /** Prefix of the principal's name: `app`, `user:`, `impersonated:`. */
    principal: z.string().optional(),
    /** Only the nth matching call since the rule was set, counting from 1. */
    nth: z.number().int().positive().optional(),
    /** Share of matching calls, 0..1; spread evenly, so a run repeats. */
    rate: z.number().min(0).max(1).optional(),
    /** get, set, delete, query, batch/set, transaction, … or `*`. */
    kvs: z.string().optional(),
    /** With kvs: prefix of a stored key. */
    key: z.string().optional(),
    /** push, deliver, stats, cancel or `*`. */
    queue: z.string().optional(),
    function: z.string().optional(),
  })
  .refine(
    (match) =>
      [match.kvs, match.queue, match.function, match.path ?? match.method ?? match.principal].filter(
        (x) => x !== undefined,
      ).length <= 1,
    {
      message: 'a rule matches one door: Jira (method, path, principal), kvs, queue or function',
    },
  )
  .refine(({ key, kvs }) => key === undefined || kvs !== undefined, {
    message: 'only calls of the store have a key: name the operation in kvs, or * for all',
    path: ['key'],
  });

const Then = z.strictObject({
  status: z.number().int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).superRefine(checkHeaders).optional(),
  body: z.unknown().optional(),
  /** Real milliseconds the answer is held back. */
  delayMs: z.number().int().nonnegative().optional(),
  /** Cuts the connection without an answer. */
  drop: z.boolean().optional(),
  /** Kills the calling function's process before the call takes effect, or after it did but before the answer. */
  killFunction: z.enum(['before', 'after']).optional(),
  /** Queue only: delivers each matching message twice. */
  duplicate: z.boolean().optional(),
});

export type Fault = z.infer<typeof Then>;

/** What a function can't do: it has no HTTP answer. What a delivery can't: it is no call. */
const HAS_NO = {
  function: ['headers', 'body'],
  deliver: ['status', 'headers', 'body', 'delayMs', 'drop', 'killFunction'],
} as const satisfies Record<string, readonly (keyof Fault)[]>;

/** One injected fault: which calls it meets, and what happens to them. Rules that could never do what they say are refused. */
export const FaultRule = z
  .strictObject({ match: Match, then: Then.optional(), duplicate: z.boolean().optional() })
  .superRefine(({ match, then = {}, duplicate = then.duplicate }, context) => {
    const door = match.function === undefined ? match.queue : 'function';
    if (duplicate === true && !['push', 'deliver', '*'].includes(match.queue ?? ''))
      context.addIssue({ code: 'custom', path: ['duplicate'], message: 'only queue push and deliver can be doubled' });
    const useless = door === 'function' || door === 'deliver' ? HAS_NO[door] : [];
    for (const name of useless)
      if (then[name] !== undefined)
        context.addIssue({ code: 'custom', path: ['then', name], message: `does nothing to ${door}` });
  })
  .refine(({ then, duplicate }) => then !== undefined || duplicate === true, {
    message: 'say what happens: an object, or duplicate: true beside match',
    path: ['then'],
  })
  .transform(({ then = {}, ...rule }) => ({ ...rule, then }));
export type FaultRule = z.infer<typeof FaultRule>;

function checkPattern(path: string, context: z.RefinementCtx): void {
  try {
    new RegExp(path);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
  }
}

function checkHeaders(headers: Readonly<Record<string, string>>, context: z.RefinementCtx): void {
  for (const [name, value] of Object.entries(headers))
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : String(error));
    }
}
