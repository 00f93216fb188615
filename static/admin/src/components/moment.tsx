import Tooltip from '@atlaskit/tooltip';
import type { Instant } from '../../../../src/shared/contract';
import { useNow } from '../api/now';
import { useFormat } from './format';
import styles from './moment.module.css';

/** A time in relative words; the exact time, in the person's zone, on hover. */
export function Moment({ at }: { readonly at: Instant }) {
  const format = useFormat();
  const now = useNow();
  const exact = `${format.dateTime(at)} (${format.viewer.timeZone})`;
  return (
    <Tooltip content={exact} tag="span">
      <time dateTime={at} className={styles.moment}>
        {format.relative(at, now)}
      </time>
    </Tooltip>
  );
}
