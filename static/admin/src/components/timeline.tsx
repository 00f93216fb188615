import type { CandidateView } from '../../../../src/shared/contract';
import styles from './timeline.module.css';
import { When } from './when';

interface TimelineProps {
  readonly events: CandidateView['timeline'];
  /** Writes what the app said; what people wrote stays as it is. */
  readonly say: (text: string) => string;
}

/** What happened, newest last. */
export function Timeline({ events, say }: TimelineProps) {
  return (
    <ol className={styles.timeline}>
      {events.map(({ at, text, by, isNote }) => (
        <li key={`${at} ${text}`} className={styles.event}>
          <span className={styles.when}>
            <When at={at} by={by} />
          </span>
          <span className={isNote ? styles.note : undefined}>{isNote ? noteOf(text) : say(text)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Erasing a person leaves the note where it was, without its words. */
function noteOf(text: string): string {
  return text === '' ? 'Work note, erased with the person.' : `Work note: ${text}`;
}
