import type { SubscriptionTable } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Moment } from '../../components/moment';
import styles from './subscriptions.module.css';

interface CoverageProps {
  readonly table: SubscriptionTable;
  readonly shown: number;
}

/** How many of how many, how fresh, and what the activity is based on. */
export function Coverage({ table, shown }: CoverageProps) {
  const format = useFormat();
  const { seats, people, completedAt, coverage } = table;
  const count = shown === seats ? format.number(seats) : `${format.number(shown)} of ${format.number(seats)}`;
  return (
    <p className={styles.coverage} role="status">
      <strong>{count} seats</strong> held by {format.count(people, 'person', 'people')}. Read{' '}
      <Moment at={completedAt} />.{' '}
      {coverage
        ? `Activity from ${format.date(coverage.from)} to ${format.date(coverage.to)}${coverage.complete ? '.' : `, with gaps: ${coverage.gaps.join(' ')}`}`
        : 'Activity was not read yet.'}
    </p>
  );
}
