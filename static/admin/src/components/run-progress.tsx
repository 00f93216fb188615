import ProgressBar from '@atlaskit/progress-bar';
import type { RunView } from '../../../../src/shared/contract';
import { useNow } from '../api/now';
import { useFormat } from './format';
import styles from './run-progress.module.css';
import { RunLozenge } from './state-lozenges';

/** A job that is under way: what, how far, and what it does now. */
export function RunProgress({ run }: { readonly run: RunView }) {
  const format = useFormat();
  const now = useNow();
  const { done, total, unit } = run.progress;
  const amount =
    total === null ? `${format.number(done)} ${unit}` : `${format.number(done)} of ${format.number(total)} ${unit}`;
  const told = `${unit === '' ? '' : `${amount}. `}${format.sentence(run.summary)}`;
  const waits = run.resumesAt ? ` Goes on ${format.relative(run.resumesAt, now)}.` : '';
  return (
    <div className={styles.run}>
      <div className={styles.head}>
        <span className={styles.name}>{run.name}</span>
        <RunLozenge status={run.status} />
      </div>
      <ProgressBar
        ariaLabel={`${run.name}: ${amount}`}
        value={total ? Math.min(1, done / total) : 0}
        isIndeterminate={total === null || run.status === 'Queued'}
      />
      <p className={styles.text}>
        {run.status === 'Queued' ? 'Starts in a moment.' : told}
        {waits}
      </p>
    </div>
  );
}

/** Whether a job is still under way. */
export function isUnderWay(run: RunView): boolean {
  return run.finishedAt === null;
}
