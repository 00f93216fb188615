import type { ReactNode } from 'react';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import CheckIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ProbeResult } from '../../../../src/shared/contract';
import styles from './probe-list.module.css';

/** What a validation tried, each with its result and the Jira operation behind it. */
export function ProbeList({ probes }: { readonly probes: readonly ProbeResult[] }) {
  return (
    <CheckList
      checks={probes.map(({ name, operation, ok, limited, text }) => ({
        name,
        text,
        operation,
        state: !ok ? 'failed' : limited ? 'limited' : 'passed',
      }))}
    />
  );
}

export interface Check {
  readonly name: string;
  /** What was found; several lines where several things were looked at. */
  readonly text: string | readonly string[];
  /** Where a failure is mended. */
  readonly link?: ReactNode;
  /** The Jira operation that was tried. */
  readonly operation?: string;
  readonly state: CheckState;
}
export type CheckState = 'passed' | 'limited' | 'failed';

/** Things that were checked, with a tick, a warning or a cross. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className={styles.probes}>
      {checks.map(({ name, operation, state, text, link }) => (
        <li key={`${name} ${lines(text).join(' ')}`} className={styles.probe}>
          <CheckMark state={state} />
          <span>
            <strong>{name}</strong>
            {lines(text).map((line) => (
              <span key={line} className={styles.text}>
                {line}
              </span>
            ))}
            {link}
            {operation ? <code className={styles.operation}>{operation}</code> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function lines(text: Check['text']): readonly string[] {
  return typeof text === 'string' ? [text] : text;
}

function CheckMark({ state }: { readonly state: CheckState }) {
  if (state === 'passed') return <CheckIcon label="Passed:" color="var(--ds-icon-success)" />;
  if (state === 'limited') return <WarningIcon label="Limited:" color="var(--ds-icon-warning)" />;
  return <ErrorIcon label="Failed:" color="var(--ds-icon-danger)" />;
}
