import { END_OF_TIME } from '../state/time-index';
import { any } from './combine';
import type { Condition } from './context';
import { checkShape, isNegative, unsupported, type FieldCompiler } from './operators';
import { peopleOf } from './people';

/** `creator` and `reporter`. As everywhere in JQL, a negative comparison does not find issues without a value. */
export const personField: FieldCompiler = (term) => {
  checkShape(term);
  if (['>', '>=', '<', '<='].includes(term.operator)) throw unsupported(term);
  const people = peopleOf(term);
  const wantsNobody = term.operator === 'is' || term.operator === 'is not' || people.includes(-1);
  const { state } = term.context;
  const creator = (row: number): number => state.issues.table.creator(row);
  if (isNegative(term.operator)) return { test: (row) => creator(row) >= 0 && !people.includes(creator(row)) };
  if (wantsNobody) return { test: (row) => people.includes(creator(row)) };
  const parts = people.map((person): Condition => ({
    test: (row) => creator(row) === person,
    candidates: () => state.index.updatedBy(person, 0, END_OF_TIME), // creating an issue counts as updating it
  }));
  return any(parts);
};
