import Checkbox from '@atlaskit/checkbox';
import SectionMessage from '@atlaskit/section-message';
import type { Instant } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { useFormat } from '../../../components/format';
import { Stack } from '../../../components/layout';
import { Loaded } from '../../../components/loaded';
import { TextSkeleton } from '../../../components/skeletons';
import { budgetInWords, timeInWords } from '../model/cost';
import { USUAL_LOOK_BACK_DAYS } from '../model/profile-draft';
import styles from '../profiles.module.css';

interface LookBackEstimateProps {
  readonly analyzeFrom: Instant;
  readonly isConfirmed: boolean;
  readonly isDisabled: boolean;
  readonly onConfirm: (isConfirmed: boolean) => void;
}

/** What a date more than 60 days back costs, and the check box that agrees to it. */
export function LookBackEstimate({ analyzeFrom, isConfirmed, isDisabled, onConfirm }: LookBackEstimateProps) {
  const format = useFormat();
  const estimate = useAnswer('estimateActivity', { analyzeFrom });
  return (
    <div className={styles.message}>
      <SectionMessage appearance="warning" title={`More than ${USUAL_LOOK_BACK_DAYS} days back costs more`}>
        <Stack>
          <Loaded query={estimate} skeleton={<TextSkeleton lines={2} />}>
            {(cost) => (
              <p>
                Since {format.date(analyzeFrom)}, {format.count(cost.issues, 'work item was', 'work items were')}{' '}
                updated. {cost.plan === 'probe' ? 'Asking about each person instead' : 'Reading them'} takes{' '}
                {format.count(cost.estimatedRequests, 'request', 'requests')},{' '}
                {timeInWords(cost.estimatedSeconds, format.count)}, and {budgetInWords(cost, format.count)}. It is
                needed only when a rule’s threshold is longer than {USUAL_LOOK_BACK_DAYS} days.
              </p>
            )}
          </Loaded>
          <Checkbox
            label="I have seen the cost and want to analyze from this date"
            isChecked={isConfirmed}
            isDisabled={isDisabled || !estimate.data}
            onChange={(event) => onConfirm(event.currentTarget.checked)}
          />
        </Stack>
      </SectionMessage>
    </div>
  );
}
