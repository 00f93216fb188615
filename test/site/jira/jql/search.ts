import type { Actor } from '../door/operation';
import type { SiteState } from '../state/site-state';
import { compile } from './compile';
import { EVERYTHING, type Condition, type JqlContext } from './context';
import { sortRows } from './order';
import { parseJql, unbounded } from './parse';

export interface SearchWarning {
  readonly type: 'JQL_FUNCTION_LIMIT_EXCEEDED';
  readonly details: {
    readonly clause: string;
    readonly arguments: string;
    readonly limit: number;
    readonly actual: number;
  };
}

export interface Found {
  /** Rows in the order that was asked. */
  readonly rows: Uint32Array;
  readonly warnings: readonly SearchWarning[];
}

/** Runs a JQL query as a person sees the site at an instant. */
export function searchIssues(state: SiteState, actor: Actor, jql: string, now = state.now()): Found {
  const query = parseJql(jql);
  if (query.where === undefined) throw unbounded();
  const warnings: SearchWarning[] = [];
  const context = contextOf(state, actor, now, warnings);
  const condition = compile(query.where, context);
  const rows = matching(state, actor, condition);
  return { rows: sortRows(rows, query, state.issues.table), warnings };
}

/** Whether the query holds for single rows, for `jql/match`. */
export function matcher(state: SiteState, actor: Actor, jql: string): (row: number) => boolean {
  const query = parseJql(jql);
  const condition =
    query.where === undefined ? EVERYTHING : compile(query.where, contextOf(state, actor, state.now(), []));
  const sees = state.visibility.forAccount(actor.accountId);
  return (row) => sees(row) && condition.test(row);
}

function matching(state: SiteState, actor: Actor, { test, candidates }: Condition): Uint32Array {
  const { issues, visibility } = state;
  const sees = visibility.forAccount(actor.accountId);
  const asOf = state.searchAsOf();
  const wanted = (row: number): boolean => issues.isVisible(row, asOf) && sees(row) && test(row);
  if (candidates === undefined) return Uint32Array.from(everyRow(issues.table.rows, wanted));
  const found = candidates().filter(wanted).sort();
  return found.filter((row, index) => index === 0 || found[index - 1] !== row);
}

function everyRow(rows: number, wanted: (row: number) => boolean): number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) if (wanted(row)) found.push(row);
  return found;
}

function contextOf(state: SiteState, actor: Actor, now: number, warnings: SearchWarning[]): JqlContext {
  let calls = 0;
  return {
    state,
    actor,
    now,
    timeZone: state.data.site.timeZone,
    allowFunction(clause, args) {
      calls += 1;
      const limit = state.switches.get('updatedByLimit');
      if (limit === 0 || calls <= limit) return true;
      const details = { clause, arguments: args.join(', '), limit, actual: calls };
      warnings.push({ type: 'JQL_FUNCTION_LIMIT_EXCEEDED', details });
      return false;
    },
  };
}
