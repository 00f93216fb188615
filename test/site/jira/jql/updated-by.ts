import type { FunctionOperand } from '@atlaskit/jql-ast';
import { COMMENT, WORKLOG } from '../data/event-table';
import type { IssueTable } from '../data/issue-table';
import { badRequest } from '../door/answer';
import { END_OF_TIME } from '../state/time-index';
import { NOTHING, type Condition, type JqlContext } from './context';
import { absolute, period } from './dates';
import type { Term } from './operators';
import { personNumber } from './people';
import { DAY, dayOf, startOfDay } from './time-zone';

/**
 * `updatedBy(user[, from[, to]])`: issues the person created, changed, commented on, or whose comment they edited
 * last. Whole days in the searching person's time zone: `from` is inclusive, `to` exclusive. Worklogs do not count.
 */
export function updatedBy(term: Term, { arguments: args, function: called }: FunctionOperand): Condition {
  if (term.operator !== 'in' && term.operator !== 'not in')
    throw badRequest(`The operator '${term.operator}' is not supported by the '${called.value}' function.`);
  if (args.length < 1 || args.length > 3)
    throw badRequest(
      `Function '${called.value}' expected between '1' and '3' arguments but received '${args.length}'.`,
    );
  const [user = '', from, to] = args.map(({ value }) => value);
  if (!term.context.allowFunction(`${term.name} ${term.operator} ${called.value}`, [user])) return NOTHING;
  const person = personNumber(term, user);
  const since = from === undefined ? 0 : boundary(from, called.value, term.context);
  const before = to === undefined ? END_OF_TIME : boundary(to, called.value, term.context);
  const { state } = term.context;
  return {
    test: (row) => touched(state.issues.table, row, person, since, before),
    candidates: () => state.index.updatedBy(person, since, before),
  };
}

/** The start of the day that a date or a period means; periods are rounded up to whole days. */
function boundary(text: string, name: string, { now, timeZone }: JqlContext): number {
  const date = text.includes(':') ? undefined : absolute(text, timeZone);
  if (date !== undefined) return date;
  const size = period(text);
  if (size === undefined)
    throw badRequest(
      `Date '${text}' in function '${name}' is invalid. Valid formats: 'yyyy/MM/dd', 'yyyy-MM-dd', or a period such as '-5d'.`,
    );
  const days = Math.sign(size) * Math.ceil(Math.abs(size) / DAY);
  return startOfDay(dayOf(now, timeZone) + days, timeZone);
}

function touched(table: IssueTable, row: number, person: number, since: number, before: number): boolean {
  const within = (ms: number): boolean => ms >= since && ms < before;
  if (table.creator(row) === person && within(table.created(row))) return true;
  const { events } = table;
  for (let event = table.firstEvent(row); event < table.endEvent(row); event += 1) {
    const kind = events.kind(event);
    if (kind === WORKLOG) continue;
    if (events.author(event) === person && within(events.created(event))) return true;
    const edited = kind === COMMENT && events.updated(event) > events.created(event);
    if (edited && events.editor(event) === person && within(events.updated(event))) return true;
  }
  return false;
}
