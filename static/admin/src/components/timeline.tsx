import type { CandidateView } from '../../../../src/shared/contract';
import { Moment } from './moment';
import { PersonName } from './person';
import styles from './timeline.module.css';

/** What happened, newest last. */
export function Timeline({ events }: { readonly events: CandidateView['timeline'] }) {
  return (
    <ol className={styles.timeline}>
      {events.map(({ at, text, by, isNote }) => (
        <li key={`${at} ${text}`} className={styles.event}>
          <span className={styles.when}>
            <Moment at={at} />
            {by ? (
              <>
                {' by '}
                <PersonName accountId={by} />
              </>
            ) : null}
          </span>
          <span className={isNote ? styles.note : undefined}>{isNote ? `Work note: ${text}` : text}</span>
        </li>
      ))}
    </ol>
  );
}
