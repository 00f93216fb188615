import ErrorIcon from '@atlaskit/icon/core/status-error';
import styles from './field-error.module.css';

/** What is wrong with a field, below it. The field names it with `aria-describedby`. */
export function FieldError({ id, problem }: { readonly id: string; readonly problem: string | undefined }) {
  return (
    <div id={id} aria-live="polite">
      {problem ? (
        <p className={styles.error}>
          <ErrorIcon label="" color="currentColor" size="small" /> {problem}
        </p>
      ) : null}
    </div>
  );
}
