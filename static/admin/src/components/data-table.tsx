import type { ReactNode } from 'react';
import styles from './data-table.module.css';
import { NUMBER, WideTable } from './wide-table';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** Sentences, which need room: a narrow window scrolls the table instead of stacking words. */
  readonly isText?: boolean;
}

interface DataTableProps<Row> {
  /** Read to people who can't see the table. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A short table. The first column names its row. Long lists use the virtualized tables instead. */
export function DataTable<Row>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <WideTable label={label} className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ key, header, isNumber }) => (
            <th key={key} scope="col" className={isNumber ? NUMBER : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, cell, isNumber, isText }, index) =>
              index === 0 ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} className={isNumber ? NUMBER : isText ? styles.text : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
