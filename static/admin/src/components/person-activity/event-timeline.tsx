import { useState } from 'react';
import Button from '@atlaskit/button/new';
import CommentIcon from '@atlaskit/icon/core/comment';
import EyeIcon from '@atlaskit/icon/core/eye-open';
import SettingsIcon from '@atlaskit/icon/core/settings';
import type { ActivityEventView } from '../../../../../src/shared/contract';
import { useFormat } from '../format';
import { WorkItemLink } from '../jira-link';
import styles from './person-activity.module.css';
import { byDay } from './event-days';

const ICONS = { contribution: CommentIcon, administration: SettingsIcon, view: EyeIcon } as const;
const SHOWN_FIRST = 8;

/** Events grouped by day, newest first, each with the work item to look it up. */
export function EventTimeline({ events }: { readonly events: readonly ActivityEventView[] }) {
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? events : events.slice(0, SHOWN_FIRST);
  return (
    <div>
      <ol className={styles.days}>
        {byDay(shown, format.date).map(({ day, events: own }) => (
          <li key={day} className={styles.day}>
            <span className={styles.date}>{day}</span>
            <ul className={styles.events}>
              {own.map((event) => (
                <EventLine key={`${event.at} ${event.what} ${event.issueKey ?? ''}`} event={event} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {events.length > shown.length ? (
        <Button appearance="subtle" spacing="compact" onClick={() => setWhole(true)}>
          {`Show ${format.count(events.length - shown.length, 'older event', 'older events')}`}
        </Button>
      ) : null}
    </div>
  );
}

function EventLine({ event: { activityClass, what, issueKey, precision } }: { readonly event: ActivityEventView }) {
  const Icon = ICONS[activityClass];
  return (
    <li className={styles.event}>
      <Icon label="" color="var(--ds-icon-subtle)" />
      <span>
        {what}
        {issueKey ? (
          <>
            {' '}
            <WorkItemLink issueKey={issueKey} />
          </>
        ) : null}
        {precision === 'day' ? <span className={styles.note}> (first of the day)</span> : null}
      </span>
    </li>
  );
}
