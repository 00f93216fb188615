import type { Clause, TerminalClause } from '@atlaskit/jql-ast';
import { badRequest, notModeled } from '../door/answer';
import { all, any } from './combine';
import type { Condition, JqlContext } from './context';
import { FIELDS } from './fields';
import { isJiraField } from './known-fields';
import { negate, type Comparison } from './operators';

/** Turns a parsed clause into a condition. NOT is pushed inwards first, as Jira does. */
export function compile(clause: Clause, context: JqlContext, negated = false): Condition {
  switch (clause.clauseType) {
    case 'not':
      return compile(clause.clause, context, !negated);
    case 'compound': {
      const parts = clause.clauses.map((part) => compile(part, context, negated));
      return (clause.operator.value === 'and') !== negated ? all(parts) : any(parts);
    }
    case 'terminal':
      return compileTerminal(clause, context, negated);
  }
}

function compileTerminal(clause: TerminalClause, context: JqlContext, negated: boolean): Condition {
  const name = clause.field.value;
  const field = FIELDS[name.toLowerCase()];
  if (field === undefined) throw unknownField(name);
  if ((clause.field.properties ?? []).length > 0) throw notModeled(`JQL on entity properties`);
  if (clause.predicates.length > 0) throw notModeled('JQL history predicates');
  const operator = clause.operator?.value;
  if (operator === undefined || clause.operand === undefined)
    throw badRequest(`Error in the JQL Query: The clause on '${name}' is not complete.`);
  return field({ name, operator: applied(operator, name, negated), operand: clause.operand, context });
}

function applied(operator: string, field: string, negated: boolean): Comparison {
  const known = ['=', '!=', 'in', 'not in', '>', '>=', '<', '<=', 'is', 'is not'] as const;
  const found = known.find((candidate) => candidate === operator);
  if (found === undefined) throw notModeled(`the JQL operator '${operator}' on the field '${field}'`);
  return negated ? negate(found) : found;
}

/** A field of a real site that the local one has no data for is not the same as one that nobody has. */
export function unknownField(name: string): Error {
  if (isJiraField(name)) return notModeled(`the JQL field '${name}'`);
  return badRequest(`Field '${name}' does not exist or you do not have permission to view it.`);
}
