import type { Operand } from '@atlaskit/jql-ast';
import { badRequest } from '../door/answer';
import type { Condition, JqlContext } from './context';

export type Comparison = '=' | '!=' | 'in' | 'not in' | '>' | '>=' | '<' | '<=' | 'is' | 'is not';

/** One comparison of a query, with NOT already applied to its operator. */
export interface Term {
  /** The field as the query spells it. */
  readonly name: string;
  readonly operator: Comparison;
  readonly operand: Operand;
  readonly context: JqlContext;
}

export type FieldCompiler = (term: Term) => Condition;

const OPPOSITES: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  '>': '<=',
  '<=': '>',
  '<': '>=',
  '>=': '<',
  is: 'is not',
  'is not': 'is',
};

export const negate = (operator: Comparison): Comparison => OPPOSITES[operator];

/** Jira's answer to an operator that a field does not take. */
export function unsupported({ name, operator }: Term): Error {
  return badRequest(`The operator '${operator}' is not supported by the '${name}' field.`);
}

export const isNegative = (operator: Comparison): boolean =>
  operator === '!=' || operator === 'not in' || operator === 'is not';

/** The values of an operand: those of a list, or the one. A list of lists is flattened. */
export function valuesOf(operand: Operand): Exclude<Operand, { operandType: 'list' }>[] {
  return operand.operandType === 'list' ? operand.values.flatMap(valuesOf) : [operand];
}

/** Checks that IN has a list (or a function) and `=` a single value, as Jira does. */
export function checkShape(term: Term): void {
  const { operator, operand, name } = term;
  const listed = operator === 'in' || operator === 'not in';
  if (listed && operand.operandType !== 'list' && operand.operandType !== 'function')
    throw badRequest(`Operator '${operator}' does not support the non-list value given for field '${name}'.`);
  if (!listed && operand.operandType === 'list')
    throw badRequest(`Operator '${operator}' does not support the list value given for field '${name}'.`);
  if ((operator === 'is' || operator === 'is not') && operand.operandType !== 'keyword')
    throw badRequest(`Operator '${operator}' only supports the value EMPTY for field '${name}'.`);
}
