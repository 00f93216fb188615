import { RecordError } from '../../core/parts';
import { COMMENT, HISTORY, WORKLOG } from '../data/event-table';
import type { IssueTable } from '../data/issue-table';
import type { IssueRecord } from '../data/records';

const KINDS = { comments: COMMENT, histories: HISTORY, worklogs: WORKLOG } as const;

/** Refuses an id given twice, or one that an entry of another issue has, as the data file does. Throws RecordError. */
export function checkEventIds(table: IssueTable, before: IssueRecord | undefined, given: IssueRecord): void {
  for (const list of ['comments', 'histories', 'worklogs'] as const) {
    const own = new Set(before?.[list].map(({ id }) => id));
    const seen = new Set<string>();
    const fresh = new Map<number, () => never>();
    for (const [index, { id }] of given[list].entries()) {
      const refuse = (): never => {
        throw new RecordError(`issue field ${list}[${index}].id: ${id} is used twice`);
      };
      if (seen.has(id)) refuse();
      seen.add(id);
      const raw = table.events.rawIdOf(id);
      if (!own.has(id) && raw !== undefined) fresh.set(raw, refuse);
    }
    if (fresh.size > 0) lookFor(table, KINDS[list], fresh);
  }
}

function lookFor({ events }: IssueTable, kind: number, wanted: ReadonlyMap<number, () => void>): void {
  for (let event = 0; event < events.length; event += 1)
    if (events.kind(event) === kind) wanted.get(events.rawId(event))?.();
}
