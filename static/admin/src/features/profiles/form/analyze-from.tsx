import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import { useNow } from '../../../api/now';
import { DateTimePicker } from '../../../components/date-pickers';
import { useFormat } from '../../../components/format';
import { lookBack, MAX_LOOK_BACK_DAYS } from '../model/draft-problems';
import { DAY_MS } from '../../../components/day';
import { USUAL_LOOK_BACK_DAYS } from '../model/profile-draft';
import { fromWallTime, toWallTime } from '../../../components/zoned';
import styles from '../profiles.module.css';
import { FieldError } from '../../../components/field-error';
import { LookBackEstimate } from './look-back-estimate';
import type { FormProps } from './form-props';

/** From when activity is analyzed, in the person's time zone. Going far back shows what it costs first. */
export function AnalyzeFrom({ base, draft, problems, isDisabled, onChange }: FormProps) {
  const { viewer } = useFormat();
  const now = useNow();
  const { analyzeFrom } = draft;
  const day = (at: number) => toWallTime(new Date(at).toISOString(), viewer.timeZone).slice(0, 10);
  const isLong = analyzeFrom !== base?.analyzeFrom && lookBack(analyzeFrom, now) === 'long';
  return (
    <div className={styles.analyze}>
      <Label htmlFor="analyze-from">Analyze user activity from</Label>
      <DateTimePicker
        id="analyze-from"
        locale={viewer.locale}
        isDisabled={isDisabled}
        isInvalid={problems.analyzeFrom !== undefined}
        aria-describedby="analyze-from-error"
        value={toWallTime(analyzeFrom, viewer.timeZone)}
        onChange={(wall) => {
          const wanted = fromWallTime(wall, viewer.timeZone);
          if (wanted) onChange({ analyzeFrom: wanted, lookBackConfirmed: false });
        }}
        datePickerProps={{
          label: 'Date to analyze from',
          maxDate: day(now),
          minDate: day(now - MAX_LOOK_BACK_DAYS * DAY_MS),
        }}
        timePickerProps={{ label: 'Time to analyze from', timeIsEditable: true }}
      />
      <HelperMessage>
        Your time zone, {viewer.timeZone}. {USUAL_LOOK_BACK_DAYS} days back is usual; at most {MAX_LOOK_BACK_DAYS}. It
        counts whenever the profile was created.
      </HelperMessage>
      <FieldError id="analyze-from-error" problem={isLong ? undefined : problems.analyzeFrom} />
      {isLong ? (
        <LookBackEstimate
          analyzeFrom={analyzeFrom}
          isConfirmed={draft.lookBackConfirmed}
          isDisabled={isDisabled}
          onConfirm={(lookBackConfirmed) => onChange({ lookBackConfirmed })}
        />
      ) : null}
    </div>
  );
}
