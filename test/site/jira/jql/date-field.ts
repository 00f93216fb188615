import { END_OF_TIME } from '../state/time-index';
import { EVERYTHING, NOTHING } from './context';
import { instant } from './dates';
import { checkShape, isNegative, unsupported, valuesOf, type Comparison, type FieldCompiler } from './operators';

/** `created` and `updated`: to the millisecond against the instant that was written. */
export function dateField(name: 'created' | 'updated'): FieldCompiler {
  return (term) => {
    checkShape(term);
    if (term.operator === 'is') return NOTHING;
    if (term.operator === 'is not') return EVERYTHING;
    const { state } = term.context;
    const timeOf = state.issues.table[name];
    const instants = valuesOf(term.operand).map((operand) => instant(operand, term.name, term.context));
    const [at] = instants;
    if (at === undefined) throw unsupported(term);
    const test = (row: number): boolean => instants.some((one) => compare(timeOf(row), positive(term.operator), one));
    if (isNegative(term.operator)) return { test: (row) => !test(row) };
    const [from, until] = bounds(term.operator, Math.min(...instants), Math.max(...instants));
    const candidates = (): Uint32Array =>
      name === 'created' ? state.index.createdBetween(from, until) : state.index.updatedBetween(from, until);
    return { test, candidates };
  };
}

function positive(operator: Comparison): Comparison {
  if (operator === '!=' || operator === 'not in' || operator === 'in') return '=';
  return operator;
}

/** The span a match can lie in. */
function bounds(operator: Comparison, first: number, last: number): [number, number] {
  if (operator === '>' || operator === '>=') return [first, END_OF_TIME];
  if (operator === '<' || operator === '<=') return [0, last];
  return [first, last];
}

/** Compares two numbers the way the operator says. */
export function compare(value: number, operator: Comparison, other: number): boolean {
  switch (operator) {
    case '>':
      return value > other;
    case '>=':
      return value >= other;
    case '<':
      return value < other;
    case '<=':
      return value <= other;
    default:
      return value === other;
  }
}
