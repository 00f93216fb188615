import Lozenge from '@atlaskit/lozenge';
import type { DecisionCard } from '../../../../src/shared/contract';
import styles from './decision-card.module.css';
import { useFormat } from './format';

const LEVELS = {
  high: { text: 'High', appearance: 'success' },
  medium: { text: 'Medium', appearance: 'information' },
  low: { text: 'Low', appearance: 'warning' },
} as const;

/** How sure the proposal is, and every reason to look twice. */
export function DecisionConfidence({ confidence }: { readonly confidence: NonNullable<DecisionCard['confidence']> }) {
  const format = useFormat();
  const { text, appearance } = LEVELS[confidence.level];
  return (
    <div>
      <p>
        <span className={styles.name}>Confidence</span> <Lozenge appearance={appearance}>{text}</Lozenge>
      </p>
      {confidence.doubts.length > 0 ? (
        <ul className={styles.groups} aria-label="Reasons to look twice">
          {confidence.doubts.map((doubt) => (
            <li key={doubt}>{format.sentence(doubt)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
