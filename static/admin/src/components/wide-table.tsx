import type { ReactNode } from 'react';
import styles from './wide-table.module.css';

/** The class of cells with numbers. */
export const NUMBER = styles.number;

interface WideTableProps {
  /** Read to people who can't see the table. */
  readonly label: string;
  /** What this kind of table has of its own. */
  readonly className: string | undefined;
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a table that scrolls sideways where it is too wide, with the keyboard too. */
export function WideTable({ label, className, legend, children }: WideTableProps) {
  return (
    <div className={styles.scroll} role="region" aria-label={`Table: ${label}`} tabIndex={0}>
      {legend}
      <table className={`${styles.table} ${className ?? ''}`} aria-label={label}>
        {children}
      </table>
    </div>
  );
}
