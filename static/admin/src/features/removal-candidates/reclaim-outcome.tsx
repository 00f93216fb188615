import SectionMessage from '@atlaskit/section-message';
import type { ReclaimResult } from '../../../../../src/shared/contract';
import { GroupTags } from '../../components/group-tags';
import styles from './candidates.module.css';
import { OUTCOMES } from './outcomes';

const APPEARANCES = {
  'would-remove': 'information',
  'would-ask': 'information',
  asked: 'success',
  removed: 'success',
  kept: 'warning',
  failed: 'error',
} as const;

interface ReclaimOutcomeProps {
  readonly result: ReclaimResult;
  readonly say: (text: string) => string;
}

/** What a preview or a removal found, in sentences, with the groups and the proof. */
export function ReclaimOutcome({ result, say }: ReclaimOutcomeProps) {
  const { outcome, groups, notes } = result;
  return (
    <SectionMessage appearance={APPEARANCES[outcome]} title={OUTCOMES[outcome].text}>
      <ul className={styles.bullets}>
        {notes.map((note) => (
          <li key={note}>{say(note)}</li>
        ))}
      </ul>
      {groups.length > 0 ? <GroupTags names={groups.map(({ name }) => name)} /> : null}
    </SectionMessage>
  );
}
