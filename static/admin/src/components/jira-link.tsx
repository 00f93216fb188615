import type { ReactNode } from 'react';
import { openTab } from '../api/bridge';
import { useProductAddress } from './product-address';
import styles from './jira-link.module.css';

/** Opens a page of Jira in a new tab: the frame itself can't leave its page. */
export function JiraLink({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const { site } = useProductAddress();
  return (
    <a
      href={site + path}
      className={styles.link}
      onClick={(click) => {
        click.preventDefault();
        openTab(path);
      }}
    >
      {children}
    </a>
  );
}

export function WorkItemLink({ issueKey }: { readonly issueKey: string }) {
  return <JiraLink path={`/browse/${encodeURIComponent(issueKey)}`}>{issueKey}</JiraLink>;
}

/** The records of the audit log have no page of their own. */
export function AuditLogLink() {
  return <JiraLink path="/auditing/view">Jira’s audit log</JiraLink>;
}
