import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { Row } from '../../components/layout';
import styles from './subscriptions.module.css';

interface ListBarProps {
  readonly onColumns: () => void;
  readonly onExport: () => void;
  /** While seats are still being read, a file would lack the rest. */
  readonly canExport: boolean;
  /** What is listed, in words. */
  readonly children: ReactNode;
}

/** What is listed, and what can be done with the list. */
export function ListBar({ onColumns, onExport, canExport, children }: ListBarProps) {
  return (
    <div className={styles.bar}>
      {children}
      <Row>
        <Button spacing="compact" onClick={onColumns}>
          Columns
        </Button>
        <Button spacing="compact" isDisabled={!canExport} onClick={onExport}>
          Export
        </Button>
      </Row>
    </div>
  );
}
