import type { SiteCheckView } from '../../../../../src/shared/contract';
import { DataTable, type Column } from '../../components/data-table';
import { Moment } from '../../components/moment';
import { CheckActions } from './check-actions';
import { CheckResult } from './check-result';
import { CheckState } from './check-state';
import type { CheckCommands } from './use-site-checks';
import { CHECK_WORDS } from './words';

interface CheckTableProps extends CheckCommands {
  readonly checks: readonly SiteCheckView[];
}

/** Every check in the order in which it is to be tried. */
export function CheckTable({ checks, ...actions }: CheckTableProps) {
  const columns: readonly Column<SiteCheckView>[] = [
    { key: 'check', header: 'Check', cell: ({ check }) => CHECK_WORDS[check].title },
    { key: 'state', header: 'State', cell: (row) => <CheckState row={row} /> },
    { key: 'result', header: 'What it means', isText: true, cell: (row) => <CheckResult row={row} /> },
    { key: 'at', header: 'Tried', cell: ({ at }) => (at ? <Moment at={at} /> : '–') },
    { key: 'action', header: 'Action', cell: (row) => <CheckActions row={row} {...actions} /> },
  ];
  return <DataTable label="Site checks" columns={columns} rows={checks} rowKey={({ check }) => check} />;
}
