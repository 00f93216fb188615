import { createHash } from 'node:crypto';
import { badRequest } from '../door/answer';
import type { Actor } from '../door/operation';
import { searchIssues, type Found } from '../jql/search';
import type { SiteState } from '../state/site-state';

const TOKEN_LIFE = 7 * 86_400_000;
const KEPT_RESULTS = 8;

/** Where a search continues: opaque to callers. */
interface Position {
  /** Which query of which account. */
  readonly query: string;
  readonly offset: number;
  /** When the first page was asked; relative dates keep counting from there. */
  readonly startedAt: number;
}

/** Cuts searches into pages. Results stay in memory for a while, so that walking a large one is not quadratic. */
export class SearchPages {
  private readonly kept = new Map<string, Found>();

  page(state: SiteState, actor: Actor, jql: string, size: number, token: string | undefined) {
    const query = createHash('sha256').update(`${actor.accountId}\n${jql}`).digest('base64url').slice(0, 16);
    const position = token === undefined ? start(query, state.now()) : decode(token, query, state.now());
    const { rows, warnings } = this.result(state, actor, jql, position);
    const end = Math.min(rows.length, position.offset + size);
    const isLast = end >= rows.length;
    return {
      rows: rows.subarray(position.offset, end),
      warnings,
      isLast,
      nextPageToken: isLast ? undefined : encode({ ...position, offset: end }),
    };
  }

  private result(state: SiteState, actor: Actor, jql: string, { query, offset, startedAt }: Position): Found {
    const name = `${query}/${startedAt}/${state.issues.changes().length}`;
    const known = offset === 0 ? undefined : this.kept.get(name);
    const found = known ?? searchIssues(state, actor, jql, startedAt);
    this.kept.delete(name);
    this.kept.set(name, found);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > KEPT_RESULTS && oldest !== undefined) this.kept.delete(oldest);
    return found;
  }
}

const start = (query: string, now: number): Position => ({ query, offset: 0, startedAt: now });

function encode({ query, offset, startedAt }: Position): string {
  return Buffer.from(JSON.stringify([query, offset, startedAt])).toString('base64url');
}

function decode(token: string, query: string, now: number): Position {
  const position = read(token);
  if (position?.query !== query || now - position.startedAt > TOKEN_LIFE)
    throw badRequest('The provided next page token is invalid or has expired.');
  return position;
}

function read(token: string): Position | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(value)) return undefined;
    const [query, offset, startedAt] = value as unknown[];
    if (typeof query !== 'string' || typeof offset !== 'number' || typeof startedAt !== 'number') return undefined;
    return { query, offset, startedAt };
  } catch {
    return undefined;
  }
}
