import { useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { CountConfirmation } from '../../components/count-confirmation';
import { Row } from '../../components/layout';
import styles from './candidates.module.css';
import type { FocusAfter } from '../../components/use-focus-after';

interface DecideBarProps {
  /** The button, with the number: `Reclaim 34 seats`. */
  readonly action: string;
  readonly tone?: 'danger' | 'primary';
  /** Has to be typed. */
  readonly count: number;
  readonly isDisabled: boolean;
  readonly isBusy: boolean;
  readonly focus: FocusAfter;
  /** What happens, in the dialog that asks. */
  readonly children: ReactNode;
  /** Other ways to decide. */
  readonly others?: ReactNode;
  /** Calls back when it came to an end, whatever end. */
  readonly onConfirm: (settled: () => void) => void;
}

/** The button below a long preview, in sight all the time, and the question that it asks first. */
export function DecideBar({ action, tone = 'danger', count, isBusy, focus, ...props }: DecideBarProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <div className={styles.decide}>
        <Row>
          <Button
            appearance={tone}
            isDisabled={props.isDisabled}
            onClick={(event) => {
              focus.asked(event);
              setAsking(true);
            }}
          >
            {action}
          </Button>
          {props.others}
        </Row>
      </div>
      <CountConfirmation
        isOpen={isAsking}
        title={`${action}?`}
        action={action}
        count={count}
        isBusy={isBusy}
        focusAfter={focus.focusAfter}
        onCancel={() => setAsking(false)}
        onConfirm={() => props.onConfirm(() => setAsking(false))}
      >
        {props.children}
      </CountConfirmation>
    </>
  );
}
