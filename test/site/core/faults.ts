import type { Fault, FaultRule } from './fault-rule';

export type { Fault, FaultRule };

/** A door of the site where a fault can be injected, with what a rule may match on. */
export type Door =
  | { readonly door: 'jira'; readonly method: string; readonly path: string; readonly principal: string }
  | { readonly door: 'kvs'; readonly operation: string; readonly key?: string }
  | { readonly door: 'queue'; readonly operation: string }
  | { readonly door: 'function'; readonly function: string };

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
        (match.path === undefined || pathPattern?.test(call.path) === true || call.path.includes(match.path)) &&
        (match.principal === undefined || call.principal.startsWith(match.principal))
      );
  }
}
