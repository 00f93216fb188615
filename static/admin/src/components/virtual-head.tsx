import type { ReactNode } from 'react';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import { Pressable } from '@atlaskit/primitives/compiled';
import type { Sort } from './sort-order';
import styles from './virtual-table.module.css';

interface HeadColumn {
  readonly key: string;
  readonly header: ReactNode;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
}

interface VirtualHeadProps {
  readonly columns: readonly HeadColumn[];
  readonly template: { readonly gridTemplateColumns: string };
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

/** The head of a virtualized table; it stays in view and sorts. */
export function VirtualHead({ columns, template, sort, onSort }: VirtualHeadProps) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={template}>
        {columns.map(({ key, header, isNumber, isSortable }) => {
          const direction = sort?.column === key ? sort.direction : undefined;
          return (
            <div
              key={key}
              role="columnheader"
              aria-sort={direction}
              className={isNumber ? `${styles.cell} ${styles.number}` : styles.cell}
            >
              {isSortable && onSort ? (
                <Pressable onClick={() => onSort({ column: key, direction: opposite(direction) })}>
                  <span className={styles.sort}>
                    {header}
                    {direction === 'ascending' ? <ArrowUpIcon label="" size="small" /> : null}
                    {direction === 'descending' ? <ArrowDownIcon label="" size="small" /> : null}
                  </span>
                </Pressable>
              ) : (
                header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function opposite(direction: Sort['direction'] | undefined): Sort['direction'] {
  return direction === 'ascending' ? 'descending' : 'ascending';
}
