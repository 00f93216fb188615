import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import PageHeader from '@atlaskit/page-header';
import { nameTab } from '../api/bridge';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** What the page answers, in one sentence. */
  readonly lead?: ReactNode;
  readonly actions?: ReactElement;
  readonly breadcrumbs?: ReactElement;
  readonly children: ReactNode;
}

/** One page: its landmark, its only first-level heading, its actions. */
export function Page({ title, lead, actions, breadcrumbs, children }: PageProps) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    // In a frame as high as its page it is the product that has scrolled.
    main.current?.querySelector('h1')?.scrollIntoView({ block: 'nearest' });
    // Whoever came here by a link or button of another page has lost the place where they were: they go on at the top.
    if (document.hasFocus() && document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => nameTab(`${title} - License management`), [title]);
  return (
    <main ref={main} className={styles.page} tabIndex={-1}>
      <PageHeader {...(actions ? { actions } : {})} {...(breadcrumbs ? { breadcrumbs } : {})}>
        {title}
      </PageHeader>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      <div className={styles.body}>{children}</div>
    </main>
  );
}
