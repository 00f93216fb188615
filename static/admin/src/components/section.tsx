import { useId, type ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A framed box instead of a plain part of the page. */
  readonly isCard?: boolean;
}

/** A titled part of a page. */
export function Section({ title, description, actions, children, isCard = false }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={isCard ? `${styles.section} ${styles.card}` : styles.section}>
      <div className={styles.head}>
        <Heading id={id} as="h2" size="small">
          {title}
        </Heading>
        {actions}
      </div>
      {description ? <p className={styles.description}>{description}</p> : null}
      {children}
    </section>
  );
}
