import type { IssueTable } from '../data/issue-table';

/** Comments, changes or worklogs of an issue, oldest first. */
export function eventsOf(table: IssueTable, row: number, kind: number): number[] {
  const found: number[] = [];
  for (let event = table.firstEvent(row); event < table.endEvent(row); event += 1)
    if (table.events.kind(event) === kind) found.push(event);
  return found.sort((a, b) => table.events.created(a) - table.events.created(b));
}
