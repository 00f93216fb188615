import { useId, type ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import CheckIcon from '@atlaskit/icon/core/check-mark';
import styles from '../profiles.module.css';

interface StepBoxProps {
  readonly number: number;
  readonly current: number;
  readonly title: string;
  /** Shown when the step is done. */
  readonly summary: string;
  readonly children: ReactNode;
}

/** One step of the guided start: done, open, or still to come. */
export function Step({ number, current, title, summary, children }: StepBoxProps) {
  const id = useId();
  const isDone = number < current;
  const isOpen = number === current;
  return (
    <section
      aria-labelledby={id}
      aria-current={isOpen ? 'step' : undefined}
      className={isOpen ? `${styles.step} ${styles.open}` : styles.step}
    >
      <span className={isDone ? `${styles.number} ${styles.done}` : styles.number} aria-hidden="true">
        {isDone ? <CheckIcon label="" color="var(--ds-icon-inverse)" /> : number}
      </span>
      <div className={styles.content}>
        <Heading id={id} as="h2" size="small">
          {title}
        </Heading>
        {isDone ? <p className={styles.summary}>{summary}</p> : null}
        {isOpen ? children : null}
      </div>
    </section>
  );
}
