import { useId, useState } from 'react';
import { IconButton } from '@atlaskit/button/new';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import type { RunView } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Facts } from '../../components/layout';
import { Moment } from '../../components/moment';
import { isUnderWay, RunProgress } from '../../components/run-progress';
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
          </>
        )}
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
  const counts = [
    ['Processed', run.processed],
    ['Created', run.created],
    ['Changed', run.changed],
    ['Left', run.left],
    ['Skipped', run.skipped],
    ['Failed', run.failed],
    ['Jira requests', run.requests],
    ['Points', run.points],
  ] as const;
  return (
    <Facts
      facts={[
        { term: 'Created', value: format.dateTime(run.createdAt) },
        { term: 'Updated', value: format.dateTime(run.updatedAt) },
        { term: 'Time worked', value: format.duration(run.workedMs) },
        ...counts.map(([term, value]) => ({ term: term === 'Created' ? 'New' : term, value: format.number(value) })),
      ]}
    />
  );
}
