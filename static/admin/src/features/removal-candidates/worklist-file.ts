import type { GroupId, WorklistRow } from '../../../../../src/shared/contract';
import type { ListColumn } from '../../components/export/list-file';
import { saveList, type Saving } from '../../components/export/save-list';
import { REASONS } from './worklist-reasons';

/** One group that somebody has to leave. */
type Line = WorklistRow & { readonly groupId: GroupId };

/** Saves the worklist for whoever manages the groups: a line for every person and group. */
export function saveWorklist(
  rows: readonly WorklistRow[],
  nameOf: (groupId: GroupId) => string,
  saving: Saving,
): Promise<string> {
  const columns: readonly ListColumn<Line>[] = [
    { key: 'group', header: 'Group', value: ({ row }) => nameOf(row.groupId) },
    { key: 'groupId', header: 'Group ID', value: ({ row }) => row.groupId },
    { key: 'application', header: 'App', value: ({ row }) => row.roleKey },
    { key: 'reason', header: 'Reason', value: ({ row }) => REASONS[row.reason] },
    { key: 'candidate', header: 'Candidate', value: ({ row }) => row.number },
  ];
  const lines = rows.flatMap((row) => row.groupIds.map((groupId): Line => ({ ...row, groupId })));
  return saveList({ form: 'csv', what: 'worklist', columns, rows: lines, filters: {} }, saving);
}
