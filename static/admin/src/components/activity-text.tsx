import CommentIcon from '@atlaskit/icon/core/comment';
import EyeIcon from '@atlaskit/icon/core/eye-open';
import MinusIcon from '@atlaskit/icon/core/cross-circle';
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

/** When somebody was last active and how, or why that is not known. */
export function ActivityText({ activity }: { readonly activity: ActivityView }) {
  const format = useFormat();
  if (activity.kind === 'seen') {
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
  const isUnknown = activity.kind === 'unknown';
  const Icon = isUnknown ? QuestionIcon : MinusIcon;
  const text = isUnknown ? 'Unknown' : `None seen since ${format.date(activity.since)}`;
  const shown = <span className={styles.text}>{text}</span>;
  return (
    <span className={styles.activity}>
      <Icon label="" color={isUnknown ? 'var(--ds-icon-warning)' : 'var(--ds-icon-subtle)'} />
      {isUnknown ? (
        <Tooltip content={activity.because} tag="span">
          {shown}
        </Tooltip>
      ) : (
        shown
      )}
    </span>
  );
}
