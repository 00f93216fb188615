import styles from './overview.module.css';

const WIDTH = 120;
const HEIGHT = 28;

/** The course of one number as a small line; the change since the first point is said in words beside it. */
export function TrendLine({ values }: { readonly values: readonly number[] }) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const points = values.map((value, i) => {
    const x = (i / (values.length - 1)) * WIDTH;
    const share = high === low ? 0.5 : (value - low) / (high - low);
    const y = HEIGHT - 2 - share * (HEIGHT - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg className={styles.trend} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <polyline points={points.join(' ')} />
    </svg>
  );
}
