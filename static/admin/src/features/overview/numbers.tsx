import type { ReactNode } from 'react';
import type { Overview, TrendPoint } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import { seatsLink } from './list-links';
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
        value={<RouteLink to={seatsLink()}>{format.number(seats)}</RouteLink>}
        note={`in ${format.count(byRole.length, 'app', 'apps')}; a person with two apps is two seats`}
        trend={trend}
        of={(point) => point.seats}
        write={format.number}
      />
      <Number
        term="Inactive seats"
        value={<RouteLink to={seatsLink({ activity: 'inactive' })}>{format.number(inactive)}</RouteLink>}
        note={`${share} % of all seats`}
        trend={trend}
        of={(point) => point.inactive}
        write={format.number}
      />
      <Number
        term="Potential savings a month"
        value={<RouteLink to="/removal-candidates">{format.money(savings)}</RouteLink>}
        note={source}
        trend={trend}
        of={(point) => point.savings}
        write={(amount) => format.money({ ...savings, amount })}
      />
    </dl>
  );
}

interface NumberProps {
  readonly term: string;
  readonly value: ReactNode;
  readonly note: string;
  readonly trend: readonly TrendPoint[];
  readonly of: (point: TrendPoint) => number;
  /** How a difference of this number is written. */
  readonly write: (value: number) => string;
}

function Number({ term, value, note, trend, of, write }: NumberProps) {
  return (
    <div className={styles.card}>
      <dt>{term}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.note}>{note}</dd>
      <dd className={styles.note}>
        <TrendLine values={trend.map(of)} />
        <Change trend={trend} of={of} write={write} />
      </dd>
    </div>
  );
}

function Change({ trend, of, write }: Pick<NumberProps, 'trend' | 'of' | 'write'>) {
  const format = useFormat();
  const [first] = trend;
  const last = trend.at(-1);
  if (!first || !last || first === last) return <>The trend begins with the next evaluation</>;
  const difference = of(last) - of(first);
  const since = format.date(first.at);
  if (difference === 0) return <>Unchanged since {since}</>;
  return (
    <>
      {write(Math.abs(difference))} {difference > 0 ? 'more' : 'less'} than on {since}
    </>
  );
}
