import { useId, useState } from 'react';
import { IconButton } from '@atlaskit/button/new';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import type { RunView } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Moment } from '../../components/moment';
import { isUnderWay, RunProgress } from '../../components/run-progress';
import { RunPeople } from '../../components/run-people';
import { RunLozenge } from '../../components/state-lozenges';
import styles from './jobs.module.css';

/** One job result as a sentence; its numbers on demand. */
export function JobResult({ run }: { readonly run: RunView }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <li className={styles.result}>
      <IconButton
        icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
        label={`${isOpen ? 'Hide' : 'Show'} the numbers of ${run.number}`}
        appearance="subtle"
        spacing="compact"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      <div className={styles.text}>
        {isUnderWay(run) ? (
          <RunProgress run={run} />
        ) : (
          <>
            <div className={styles.head}>
              <strong>{run.number}</strong> <span>{run.name}</span> <RunLozenge status={run.status} />
              <span className={styles.when}>
                <Moment at={run.finishedAt ?? run.updatedAt} />
              </span>
            </div>
            <p>{run.summary}</p>
            <Costs run={run} />
          </>
        )}
        <RunPeople run={run} />
        {run.gaps.length > 0 ? (
          <ul className={styles.gaps}>
            {run.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        ) : null}
        <div id={id}>{isOpen ? <Figures run={run} /> : null}</div>
      </div>
    </li>
  );
}

function Figures({ run }: { readonly run: RunView }) {
  const format = useFormat();
  const took = run.finishedAt === null ? null : Date.parse(run.finishedAt) - Date.parse(run.createdAt);
  const figures: readonly (readonly [string, string])[] = [
    ['Created', format.dateTime(run.createdAt)],
    ['Updated', format.dateTime(run.updatedAt)],
    ['Took', took === null ? 'Not finished' : format.duration(took)],
    ['Time worked', format.duration(run.workedMs)],
    ['Jira requests', format.number(run.requests)],
    ['Points', format.number(run.points)],
    ['Processed', format.number(run.processed)],
    ['New', format.number(run.created)],
    ['Changed', format.number(run.changed)],
    ['Left', format.number(run.left)],
    ['Skipped', format.number(run.skipped)],
    ['Failed', format.number(run.failed)],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What it cost, in one line. */
function Costs({ run: { requests, points, workedMs } }: { readonly run: RunView }) {
  const format = useFormat();
  const parts = [
    format.count(requests, 'Jira request', 'Jira requests'),
    format.count(points, 'point', 'points'),
    `${format.duration(workedMs)} of work`,
  ];
  return <p className={styles.hint}>{requests === 0 ? parts.at(-1) : parts.join(', ')}</p>;
}
