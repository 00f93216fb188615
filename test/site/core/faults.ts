import { z } from 'zod';

/** A door of the site where a fault can be injected, with what a rule may match on. */
export type Door =
  | { readonly door: 'jira'; readonly method: string; readonly path: string; readonly principal: string }
  | { readonly door: 'kvs'; readonly operation: string; readonly key?: string }
  | { readonly door: 'queue'; readonly operation: string }
  | { readonly door: 'function'; readonly function: string };

const Match = z
  .strictObject({
    method: z.string().optional(),
    /** Regular expression on path and query. */
    path: z.string().optional(),
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
  );

const Then = z.strictObject({
  status: z.number().int().optional(),
  headers: z.record(z.string(), z.string()).optional(),
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

export const FaultRule = z.strictObject({ match: Match, then: Then, duplicate: z.boolean().optional() });
export type FaultRule = z.infer<typeof FaultRule>;
export type Fault = z.infer<typeof Then>;

interface Armed {
  readonly rule: FaultRule;
  readonly pathPattern: RegExp | undefined;
  seen: number;
  fired: number;
}

/** The injected faults of a site. The first rule that matches a call decides it; rules stay until cleared. */
export class Faults {
  private armed: Armed[] = [];

  add(rule: FaultRule): void {
    const { path } = rule.match;
    this.armed.push({ rule, pathPattern: path === undefined ? undefined : new RegExp(path), seen: 0, fired: 0 });
  }

  clear(): void {
    this.armed = [];
  }

  list(): { rule: FaultRule; seen: number; fired: number }[] {
    return this.armed.map(({ rule, seen, fired }) => ({ rule, seen, fired }));
  }

  /** The fault to apply to this call, if any. Counts the call against `nth` and `rate`. */
  take(call: Door): Fault | undefined {
    for (const armed of this.armed) {
      if (!matches(armed, call)) continue;
      armed.seen += 1;
      const { nth, rate } = armed.rule.match;
      if (nth !== undefined && armed.seen !== nth) continue;
      if (rate !== undefined && Math.floor(armed.seen * rate) === Math.floor((armed.seen - 1) * rate)) continue;
      armed.fired += 1;
      return { ...armed.rule.then, duplicate: armed.rule.duplicate ?? armed.rule.then.duplicate };
    }
    return undefined;
  }
}

function matches({ rule: { match }, pathPattern }: Armed, call: Door): boolean {
  const named = (wanted: string | undefined, actual: string) => wanted === '*' || wanted === actual;
  switch (call.door) {
    case 'kvs':
      return named(match.kvs, call.operation) && (match.key === undefined || (call.key ?? '').startsWith(match.key));
    case 'queue':
      return named(match.queue, call.operation);
    case 'function':
      return named(match.function, call.function);
    case 'jira':
      if (match.kvs !== undefined || match.queue !== undefined || match.function !== undefined) return false;
      return (
        (match.method === undefined || match.method.toUpperCase() === call.method) &&
        (pathPattern === undefined || pathPattern.test(call.path)) &&
        (match.principal === undefined || call.principal.startsWith(match.principal))
      );
  }
}
