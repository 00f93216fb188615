import { WORKLOG } from '../data/event-table';
import type { IssueTable } from '../data/issue-table';
import { notModeled } from '../door/answer';
import { any } from './combine';
import { compare } from './date-field';
import { instant } from './dates';
import { checkShape, isNegative, unsupported, valuesOf, type FieldCompiler, type Term } from './operators';
import { peopleOf } from './people';
import { dayOf } from './time-zone';

/** `worklogAuthor`: some worklog of the issue is by this person. */
export const worklogAuthor: FieldCompiler = (term) => {
  checkShape(term);
  const { table } = term.context.state.issues;
  if (term.operator === 'is' || term.operator === 'is not') return empty(term, table);
  if (['>', '>=', '<', '<='].includes(term.operator)) throw unsupported(term);
  if (isNegative(term.operator)) throw notModeled(`the operator ${term.operator} on worklogAuthor`);
  return any(
    peopleOf(term).map((person) => ({
      test: (row) => someWorklog(table, row, (event) => table.events.author(event) === person),
      candidates: () => term.context.state.index.workloggedBy(person),
    })),
  );
};

/** `worklogDate`: the day on which the work of some worklog started, whoever logged it and whenever. */
export const worklogDate: FieldCompiler = (term) => {
  checkShape(term);
  const { table } = term.context.state.issues;
  const { timeZone } = term.context;
  if (term.operator === 'is' || term.operator === 'is not') return empty(term, table);
  if (isNegative(term.operator)) throw notModeled(`the operator ${term.operator} on worklogDate`);
  const days = valuesOf(term.operand).map((operand) => dayOf(instant(operand, term.name, term.context), timeZone));
  const { operator } = term;
  return {
    test: (row) =>
      someWorklog(table, row, (event) => {
        const day = dayOf(table.events.started(event), timeZone);
        return days.some((other) => compare(day, operator, other));
      }),
  };
};

function empty(term: Term, table: IssueTable) {
  const wantsNone = term.operator === 'is';
  return { test: (row: number) => someWorklog(table, row, () => true) !== wantsNone };
}

function someWorklog(table: IssueTable, row: number, wanted: (event: number) => boolean): boolean {
  for (let event = table.firstEvent(row); event < table.endEvent(row); event += 1)
    if (table.events.kind(event) === WORKLOG && wanted(event)) return true;
  return false;
}
