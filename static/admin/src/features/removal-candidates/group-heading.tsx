import Button from '@atlaskit/button/new';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import type { CandidateState } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import styles from './candidates.module.css';

const MEANINGS: Record<CandidateState, string> = {
  Ready: 'waiting to be reclaimed',
  'Attention Required': 'something went wrong; open one to see how to mend it, or choose some to try again',
  'Awaiting User': 'the person was asked whether they still need the seat',
  'Awaiting Approval': 'the person wants to keep the seat: decide',
  'Awaiting Revocation': 'given up, denied or under way: taken back with the next refresh',
  'Closed Complete': 'the seat was taken back',
  'Closed Skipped': 'closed without taking the seat back',
  'Closed Canceled': 'activity was seen, so the seat stays',
};

const FROZEN = 'frozen: nobody can be removed now';

interface GroupHeadingProps {
  readonly group: { readonly state: CandidateState; readonly count: number; readonly isOpen: boolean };
  /** The profile may not reclaim now. */
  readonly isFrozen: boolean;
  readonly onToggle: () => void;
}

/** Heading of one state: how many, what it means, open or closed. */
export function GroupHeading({ group: { state, count, isOpen }, isFrozen, onToggle }: GroupHeadingProps) {
  const format = useFormat();
  return (
    <span className={styles.heading}>
      <Button
        appearance="subtle"
        spacing="compact"
        iconBefore={isOpen ? ChevronDownIcon : ChevronRightIcon}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {`${state} (${format.number(count)})`}
      </Button>
      <span className={styles.meaning}>{isFrozen && state === 'Ready' ? FROZEN : MEANINGS[state]}</span>
    </span>
  );
}
