import type { CandidateView } from '../../../../src/shared/contract';
import { useFormat } from './format';
import styles from './timeline.module.css';
import { When } from './when';

/** What happened, newest last. */
export function Timeline({ events }: { readonly events: CandidateView['timeline'] }) {
  const format = useFormat();
  return (
    <ol className={styles.timeline}>
      {events.map(({ at, text, by, isNote }) => (
        <li key={`${at} ${text}`} className={styles.event}>
          <span className={styles.when}>
            <When at={at} by={by} />
          </span>
          <span className={isNote ? styles.note : undefined}>
            {isNote ? `Work note: ${text}` : format.sentence(text)}
          </span>
        </li>
      ))}
    </ol>
  );
}
