import type { ReactNode } from 'react';
import type { Overview } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import styles from './overview.module.css';

/** The three numbers that matter; each leads to the list behind it. */
export function Numbers({ overview }: { readonly overview: Overview }) {
  const format = useFormat();
  const { seats, inactive, savings, byRole } = overview;
  const share = seats === 0 ? 0 : Math.round((inactive / seats) * 100);
  const source =
    savings.source === 'estimate' ? 'Estimated from Atlassian’s list prices' : 'From the unit costs you entered';
  return (
    <dl className={styles.numbers}>
      <Number
        term="Seats"
        value={<RouteLink to="/subscriptions">{format.number(seats)}</RouteLink>}
        note={`in ${format.count(byRole.length, 'app', 'apps')}; a person with two apps is two seats`}
      />
      <Number
        term="Inactive seats"
        value={<RouteLink to="/subscriptions?activity=inactive">{format.number(inactive)}</RouteLink>}
        note={`${share} % of all seats`}
      />
      <Number
        term="Potential savings a month"
        value={<RouteLink to="/removal-candidates">{format.money(savings)}</RouteLink>}
        note={source}
      />
    </dl>
  );
}

function Number({ term, value, note }: { readonly term: string; readonly value: ReactNode; readonly note: string }) {
  return (
    <div className={styles.card}>
      <dt>{term}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.note}>{note}</dd>
    </div>
  );
}
