import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CrossIcon from '@atlaskit/icon/core/cross';
import styles from './side-panel.module.css';

interface SidePanelProps {
  readonly title: ReactNode;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Details beside a list. Takes the focus when it opens, closes on Escape; the list stays usable. */
export function SidePanel({ title, label, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.head}>
        <Heading as="h2" size="small">
          {title}
        </Heading>
        <IconButton icon={CrossIcon} label="Close details" appearance="subtle" spacing="compact" onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
