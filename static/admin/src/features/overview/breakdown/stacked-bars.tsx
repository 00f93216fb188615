import { useNavigate } from 'react-router-dom';
import type { BreakdownRow } from '../../../../../../src/shared/contract';
import { useFormat } from '../../../components/format';
import { RouteLink } from '../../../components/route-link';
import { NUMBER, WideTable } from '../../../components/wide-table';
import { rowLink, type By, type Part } from './series';
import styles from './stacked-bars.module.css';

interface StackedBarsProps {
  readonly label: string;
  /** What a row is, above their names. */
  readonly head: string;
  readonly by: By;
  readonly parts: readonly Part[];
  readonly rows: readonly BreakdownRow[];
}

/** A table whose rows are also stacked bars: the heads of its columns are the legend, every number leads to the seats behind it. */
export function StackedBars({ label, head, by, parts, rows }: StackedBarsProps) {
  return (
    <WideTable label={label} className={styles.table} legend={<Legend parts={parts} />}>
      <Head head={head} parts={parts} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td className={styles.track}>
              <Bar row={row} by={by} parts={parts} />
            </td>
            {parts.map((part) => (
              <td key={part.name} className={NUMBER}>
                <Seats of={row.name} what={part.name} seats={part.seatsOf(row)} to={part.linkOf(row, by)} />
              </td>
            ))}
            <td className={NUMBER}>
              <Seats of={row.name} what="seats" seats={row.seats} to={rowLink(row, by)} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** Where there is no room for the heads beside the bars. */
function Legend({ parts }: Pick<StackedBarsProps, 'parts'>) {
  return (
    <div className={styles.legend} aria-hidden="true">
      {parts.map(({ name, tone }) => (
        <span key={name} className={styles.entry}>
          <span className={`${styles.swatch} ${styles[tone]}`} />
          {name}
        </span>
      ))}
    </div>
  );
}

function Head({ head, parts }: Pick<StackedBarsProps, 'head' | 'parts'>) {
  return (
    <thead>
      <tr>
        <th scope="col">{head}</th>
        <th scope="col">Share</th>
        {parts.map(({ name, tone }) => (
          <th key={name} scope="col" className={NUMBER}>
            <span className={`${styles.swatch} ${styles[tone]}`} aria-hidden="true" />
            <Words text={name} />
          </th>
        ))}
        <th scope="col" className={NUMBER}>
          Seats
        </th>
      </tr>
    </thead>
  );
}

/** Breaks between words only, never within “30–60”. */
function Words({ text }: { readonly text: string }) {
  return text.split(' ').map((word, n) => (
    <span key={word} className={styles.word}>
      {n === 0 ? word : ` ${word}`}
    </span>
  ));
}

interface SeatsProps {
  readonly of: string;
  readonly what: string;
  readonly seats: number;
  readonly to: string;
}

function Seats({ of, what, seats, to }: SeatsProps) {
  const format = useFormat();
  if (seats === 0) return <span className={styles.zero}>0</span>;
  return (
    <RouteLink to={to} label={`${format.number(seats)}, ${what}, ${of}`}>
      {format.number(seats)}
    </RouteLink>
  );
}

/** For the eye and the mouse only: the numbers beside it say and link the same. */
function Bar({ row, by, parts }: Pick<StackedBarsProps, 'by' | 'parts'> & { readonly row: BreakdownRow }) {
  const format = useFormat();
  const navigate = useNavigate();
  const shown = parts.filter((part) => part.seatsOf(row) > 0);
  return (
    <div className={styles.bar} aria-hidden="true">
      {shown.map((part) => {
        const seats = part.seatsOf(row);
        const percent = Math.round((seats / row.seats) * 100);
        return (
          <span
            key={part.name}
            className={`${styles.part} ${styles[part.tone]}`}
            style={{ flexGrow: seats }}
            title={`${row.name}, ${part.name}: ${format.count(seats, 'seat', 'seats')} (${percent} %)`}
            onClick={() => navigate(part.linkOf(row, by))}
          />
        );
      })}
    </div>
  );
}
