import type { ReactNode } from 'react';
import type { Overview } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import styles from './overview.module.css';
import { TrendLine } from './trend-line';

/** The three numbers that matter; each leads to the list behind it. */
export function Numbers({ overview }: { readonly overview: Overview }) {
  const format = useFormat();
  const { seats, inactive, savings, byRole, trend } = overview;
  const share = seats === 0 ? 0 : Math.round((inactive / seats) * 100);
  const source =
    savings.source === 'estimate' ? 'Estimated from Atlassian’s list prices' : 'From the unit costs you entered';
  return (
    <dl className={styles.numbers}>
      <Number
        term="Seats"
        value={<RouteLink to="/subscriptions">{format.number(seats)}</RouteLink>}
        note={`in ${format.count(byRole.length, 'app', 'apps')}; a person with two apps is two seats`}
        course={trend.map((point) => point.seats)}
      />
      <Number
        term="Inactive seats"
        value={<RouteLink to="/subscriptions?activity=inactive">{format.number(inactive)}</RouteLink>}
        note={`${share} % of all seats`}
        course={trend.map((point) => point.inactive)}
      />
      <Number
        term="Potential savings a month"
        value={<RouteLink to="/removal-candidates">{format.money(savings)}</RouteLink>}
        note={source}
        course={trend.map((point) => point.savings)}
      />
    </dl>
  );
}

interface NumberProps {
  readonly term: string;
  readonly value: ReactNode;
  readonly note: string;
  /** The number at earlier evaluations, oldest first. */
  readonly course: readonly number[];
}

function Number({ term, value, note, course }: NumberProps) {
  return (
    <div className={styles.card}>
      <dt>{term}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.note}>{note}</dd>
      <dd className={styles.note}>
        <TrendLine values={course} />
        {change(course)}
      </dd>
    </div>
  );
}

function change(course: readonly number[]): string {
  const [first] = course;
  const last = course.at(-1);
  if (first === undefined || last === undefined || course.length < 2) return 'The trend begins tomorrow';
  const difference = last - first;
  if (difference === 0) return `Unchanged in ${course.length} evaluations`;
  return `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than ${course.length - 1} evaluations ago`;
}
