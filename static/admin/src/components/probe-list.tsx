import CheckIcon from '@atlaskit/icon/core/status-success';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import type { ProbeResult } from '../../../../src/shared/contract';
import styles from './probe-list.module.css';

/** What a validation tried, each with its result and the Jira operation behind it. */
export function ProbeList({ probes }: { readonly probes: readonly ProbeResult[] }) {
  return (
    <ul className={styles.probes}>
      {probes.map(({ name, operation, ok, text }) => (
        <li key={name} className={styles.probe}>
          {ok ? (
            <CheckIcon label="Works" color="var(--ds-icon-success)" />
          ) : (
            <ErrorIcon label="Failed" color="var(--ds-icon-danger)" />
          )}
          <span>
            <strong>{name}</strong>
            <span className={styles.text}>{text}</span>
            <code className={styles.operation}>{operation}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
