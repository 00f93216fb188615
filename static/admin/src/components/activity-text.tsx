import CommentIcon from '@atlaskit/icon/core/comment';
import EyeIcon from '@atlaskit/icon/core/eye-open';
import MinusIcon from '@atlaskit/icon/core/cross-circle';
import NewPersonIcon from '@atlaskit/icon/core/person-add';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import SettingsIcon from '@atlaskit/icon/core/settings';
import Tooltip from '@atlaskit/tooltip';
import type { ActivityView } from '../../../../src/shared/contract';
import styles from './activity-text.module.css';
import { useFormat } from './format';
import { Moment } from './moment';

const KINDS = {
  contribution: { Icon: CommentIcon, label: 'Contribution' },
  administration: { Icon: SettingsIcon, label: 'Administration' },
  view: { Icon: EyeIcon, label: 'View' },
} as const;

/** What the classes of activity are called. */
export const ACTIVITY_KINDS = {
  contribution: KINDS.contribution.label,
  administration: KINDS.administration.label,
  view: KINDS.view.label,
} as const;

/** When somebody was last active and how; that nothing was seen; that a new account was never used; or why it is not known. */
export function ActivityText({ activity }: { readonly activity: ActivityView }) {
  switch (activity.kind) {
    case 'seen':
      return <Seen activity={activity} />;
    case 'none-since':
      return <Silent Icon={MinusIcon} since={activity.since} text="None seen since" />;
    case 'never':
      return <Silent Icon={NewPersonIcon} since={activity.since} text="New, never used since" />;
    case 'unknown':
      return <Unknown because={activity.because} />;
  }
}

function Seen({ activity }: { readonly activity: Extract<ActivityView, { kind: 'seen' }> }) {
  const { Icon, label } = KINDS[activity.activityClass];
  return (
    <span className={styles.activity}>
      <Icon label="" color="var(--ds-icon-subtle)" />
      <span className={styles.text}>
        <Moment at={activity.at} /> <span className={styles.kind}>{label}</span>
      </span>
    </span>
  );
}

interface SilentProps {
  readonly Icon: typeof MinusIcon;
  readonly since: string;
  readonly text: string;
}

function Silent({ Icon, since, text }: SilentProps) {
  const format = useFormat();
  return (
    <span className={styles.activity}>
      <Icon label="" color="var(--ds-icon-subtle)" />
      <span className={styles.text}>
        {text} {format.date(since)}
      </span>
    </span>
  );
}

function Unknown({ because }: { readonly because: string }) {
  return (
    <span className={styles.activity}>
      <QuestionIcon label="" color="var(--ds-icon-warning)" />
      <Tooltip content={because} tag="span">
        <span className={styles.text}>Unknown</span>
      </Tooltip>
    </span>
  );
}
