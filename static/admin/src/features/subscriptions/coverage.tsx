import { useMemo } from 'react';
import { useFormat } from '../../components/format';
import { Moment } from '../../components/moment';
import type { Seat, Source } from './list/seat';
import { jointCoverage } from './list/joint-coverage';
import styles from './subscriptions.module.css';

interface CoverageProps {
  readonly sources: readonly Source[];
  readonly seats: readonly Seat[];
  readonly shown: number;
}

/** How many of how many, how fresh, and what the activity is based on. */
export function Coverage({ sources, seats, shown }: CoverageProps) {
  const format = useFormat();
  const people = useMemo(() => new Set(seats.map(({ accountId }) => accountId)).size, [seats]);
  const coverage = useMemo(() => jointCoverage(sources), [sources]);
  const all = seats.length;
  const count = shown === all ? format.number(all) : `${format.number(shown)} of ${format.number(all)}`;
  const readAt = sources.map(({ table }) => table.completedAt).sort()[0];
  return (
    <p className={styles.coverage} role="status">
      <strong>{count} seats</strong> held by {format.count(people, 'person', 'people')}.{' '}
      {readAt ? (
        <>
          Read <Moment at={readAt} />.{' '}
        </>
      ) : null}
      {coverage
        ? `Activity from ${format.date(coverage.from)} to ${format.date(coverage.to)}${coverage.complete ? '.' : `, with gaps: ${coverage.gaps.join(' ')}`}`
        : 'Activity was not read yet.'}
      {coverage?.limits.map(({ text }) => ` ${text}`)}
    </p>
  );
}
