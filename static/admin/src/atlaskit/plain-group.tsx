import { Children, type ReactNode } from 'react';
import styles from './plain-group.module.css';

interface PlainGroupProps {
  readonly label?: string;
  readonly titleId?: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** Stands in for a group of buttons that writes a style element, which the platform's content security policy blocks. */
export default function PlainGroup({ label, titleId, testId, children }: PlainGroupProps) {
  return (
    <div role="group" aria-label={label} aria-labelledby={titleId} data-testid={testId} className={styles.group}>
      {Children.toArray(children)}
    </div>
  );
}
