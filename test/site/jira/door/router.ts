import type { Operation } from './operation';

export interface Route {
  readonly operation: Operation;
  /** `METHOD /path/with/{placeholders}`. */
  readonly name: string;
  readonly path: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly operation: Operation;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

/** Finds the operation of a request; paths without placeholders win. */
export class Router {
  private readonly patterns: readonly Pattern[];

  constructor(operations: readonly Operation[]) {
    this.patterns = operations.map(pattern).sort((a, b) => a.names.length - b.names.length);
  }

  find(method: string, path: string): Route | undefined {
    for (const { operation, expression, names } of this.patterns) {
      if (operation.method !== method) continue;
      const match = expression.exec(path);
      if (match === null) continue;
      const values = names.map((name, index): [string, string] => [name, decode(match[index + 1] ?? '')]);
      return { operation, name: `${method} ${operation.path}`, path: Object.fromEntries(values) };
    }
    return undefined;
  }
}

function pattern(operation: Operation): Pattern {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const expression = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`);
  return { operation, expression, names };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
