import type { Overview } from '../../../../../src/shared/contract';
import { Stack } from '../../components/layout';
import { Moment } from '../../components/moment';
import { RouteLink } from '../../components/route-link';
import { RunProgress } from '../../components/run-progress';
import { Section } from '../../components/section';
import { RunLozenge } from '../../components/state-lozenges';
import styles from './overview.module.css';

const LAST = 3;

/** Jobs under way with their progress, and what ran last. */
export function RunningNow({ overview: { running, lastRuns, health } }: { readonly overview: Overview }) {
  const isFirst = health.downloadedAt === null;
  const last = lastRuns.slice(0, LAST);
  return (
    <Section
      title={running.length > 0 ? 'Running now' : 'Last jobs'}
      isCard
      actions={<RouteLink to="/jobs">All jobs</RouteLink>}
    >
      <Stack>
        {isFirst ? (
          <p>
            The first download is under way. Your seats appear here as soon as it is complete; you can leave this page
            and come back.
          </p>
        ) : null}
        {running.map((run) => (
          <RunProgress key={run.id} run={run} />
        ))}
        {last.length > 0 ? (
          <ul className={styles.runs}>
            {last.map((run) => (
              <li key={run.id}>
                <span className={styles.runHead}>
                  <RunLozenge status={run.status} /> <Moment at={run.finishedAt ?? run.updatedAt} />
                </span>
                <span>{run.summary}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </Stack>
    </Section>
  );
}
