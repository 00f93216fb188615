import { badRequest, notModeled } from '../door/answer';
import { any } from './combine';
import { EVERYTHING, NOTHING, type Condition } from './context';
import { checkShape, isNegative, valuesOf, type FieldCompiler, type Term } from './operators';
import { updatedBy } from './updated-by';

/** `key`, `issuekey`, `issue` and `id`: by key or id, or the issues a function answers. */
export const keyField: FieldCompiler = (term) => {
  checkShape(term);
  if (term.operator === 'is') return NOTHING;
  if (term.operator === 'is not') return EVERYTHING;
  if (['>', '>=', '<', '<='].includes(term.operator)) throw notModeled(`the operator ${term.operator} on issue keys`);
  const found = any(valuesOf(term.operand).map((operand) => one(term, operand)));
  return isNegative(term.operator) ? { test: (row) => !found.test(row) } : found;
};

function one(term: Term, operand: ReturnType<typeof valuesOf>[number]): Condition {
  switch (operand.operandType) {
    case 'keyword':
      return NOTHING;
    case 'value':
      return byKey(term, operand.value);
    case 'function':
      if (operand.function.value.toLowerCase() === 'updatedby') return updatedBy(term, operand);
      throw notModeled(`the JQL function ${operand.function.value}()`);
  }
}

function byKey({ name, context }: Term, idOrKey: string): Condition {
  const { issues, visibility } = context.state;
  const row = issues.find(idOrKey);
  if (row === undefined || !visibility.forAccount(context.actor.accountId)(row))
    throw badRequest(`An issue with key '${idOrKey}' does not exist for field '${name}'.`);
  const id = issues.table.id(row);
  // Old versions of the issue are candidates too: a delayed search may have to show one of them.
  const rows: number[] = [row];
  for (let other = issues.loadedRows; other < issues.table.rows; other += 1)
    if (issues.table.id(other) === id) rows.push(other);
  const first = id - issues.table.id(0);
  if (first < issues.loadedRows) rows.push(first);
  return { test: (one) => issues.table.id(one) === id, candidates: () => Uint32Array.from(rows) };
}
