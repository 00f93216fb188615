import { useFormat } from './format';
import { RouteLink } from './route-link';
import styles from './bar-chart.module.css';
import hidden from './visually-hidden.module.css';

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly tone: 'calm' | 'watch' | 'act' | 'unknown';
  /** Where the list behind it is; a bar without one is not a link. */
  readonly to?: string;
}

interface BarChartProps {
  readonly label: string;
  /** What the bars are about. */
  readonly what?: string;
  readonly unit: string;
  /** How a value is written; a number unless told otherwise. */
  readonly write?: (value: number) => string;
  readonly bars: readonly Bar[];
}

/** Horizontal bars that are also a table: each row has its number in figures and leads to the list behind it. */
export function BarChart({ label, what = 'Days', unit, write, bars }: BarChartProps) {
  const format = useFormat();
  const written = write ?? format.number;
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  const total = Math.max(
    1,
    bars.reduce((sum, { value }) => sum + value, 0),
  );
  return (
    <table className={styles.chart} aria-label={label}>
      <thead className={hidden.hidden}>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">Share</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label: name, value, tone, to }) => (
          <tr key={name}>
            <th scope="row">{to === undefined ? name : <RouteLink to={to}>{name}</RouteLink>}</th>
            <td className={styles.track}>
              <svg className={styles.svg} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles[tone]} width={(value / largest) * 100} height="12" rx="1" />
              </svg>
            </td>
            <td className={styles.value}>
              {written(value)} <span className={styles.share}>{Math.round((value / total) * 100)} %</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
