import { checkType, type AttributeType } from './attribute-types';
import { badRequest, unprocessable } from './kvs-error';
import type { Condition, Filters } from './requests';

const MAX_CONDITIONS = 100;
const ORDERED: readonly AttributeType[] = ['string', 'integer', 'float'];
const TYPED: readonly AttributeType[] = [...ORDERED, 'boolean'];

/** The types of attributes that each condition is made for, and how many values it takes. */
const RULES: Record<Condition['condition'], { types: readonly AttributeType[]; values: number; onRange: boolean }> = {
  BEGINS_WITH: { types: ['string'], values: 1, onRange: true },
  BETWEEN: { types: ORDERED, values: 2, onRange: true },
  EQUAL_TO: { types: TYPED, values: 1, onRange: true },
  GREATER_THAN: { types: ORDERED, values: 1, onRange: true },
  GREATER_THAN_EQUAL_TO: { types: ORDERED, values: 1, onRange: true },
  LESS_THAN: { types: ORDERED, values: 1, onRange: true },
  LESS_THAN_EQUAL_TO: { types: ORDERED, values: 1, onRange: true },
  NOT_EQUAL_TO: { types: TYPED, values: 1, onRange: false },
  CONTAINS: { types: ['string'], values: 1, onRange: false },
  NOT_CONTAINS: { types: ['string'], values: 1, onRange: false },
  EXISTS: { types: TYPED, values: 1, onRange: false },
  NOT_EXISTS: { types: TYPED, values: 1, onRange: false },
};

/** Refuses a condition that does not fit the attribute's type, or whose values do not. */
function checkCondition(attribute: string, type: AttributeType, { condition, values }: Condition): void {
  if (type === 'any') throw unprocessable(`Attribute "${attribute}" of type any can't be used in conditions.`);
  const rule = RULES[condition];
  if (!rule.types.includes(type))
    throw badRequest('INVALID_CONDITION', `${condition} can't be used on "${attribute}", which is of type ${type}.`);
  if (values.length < rule.values)
    throw badRequest('INSUFFICIENT_FILTER_VALUES', `${condition} needs ${rule.values} values.`);
  if (condition === 'EXISTS' || condition === 'NOT_EXISTS') return;
  for (const value of values) checkType(attribute, type, value);
}

/** Refuses a condition that an index's range can't be searched by. */
export function checkRangeCondition(attribute: string, type: AttributeType, condition: Condition): void {
  if (!RULES[condition.condition].onRange)
    throw badRequest('INVALID_CONDITION', `${condition.condition} can't be used on an index range.`);
  checkCondition(attribute, type, condition);
}

/** Refuses filters of both kinds at once, of none, or on attributes that are not declared. */
export function checkFilters({ and, or }: Filters, typeOf: (attribute: string) => AttributeType): void {
  if (and && or)
    throw badRequest('INVALID_FILTER_OPERATORS_COMBINATION', 'Filter operators "and" and "or" can’t be combined.');
  const conditions = and ?? or ?? [];
  if (conditions.length === 0) throw badRequest('EMPTY_FILTER_OPERATOR', 'Filter operators can’t be empty.');
  if (conditions.length > MAX_CONDITIONS) throw unprocessable(`At most ${MAX_CONDITIONS} conditions in one query.`);
  for (const condition of conditions) checkCondition(condition.property, typeOf(condition.property), condition);
}
