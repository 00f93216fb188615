import { DayField } from './day-field';
import type { RuleFormProps } from './form-props';
import { daysOf, freezeOf } from './freeze-days';
import styles from './rules.module.css';

/** The first and the last day on which nobody's seat is taken; without the first there are none. */
export function FreezeFields({ draft: { freeze }, problems, isDisabled, onChange }: RuleFormProps) {
  const { from, last } = daysOf(freeze);
  const choose = (first: string, end: string) => onChange({ freeze: freezeOf(first, end) });
  return (
    <div className={styles.fields}>
      <DayField
        label="First day without reclaim"
        help="We take no seat while it is that day anywhere. Leave it empty to take seats on any day."
        problem={problems.freeze}
        placeholder="None"
        isDisabled={isDisabled}
        value={from}
        onChange={(day) => choose(day, last)}
      />
      <DayField
        label="Last day without reclaim"
        placeholder="None"
        isDisabled={isDisabled || !freeze}
        minDate={from}
        value={last}
        onChange={(day) => choose(from, day)}
      />
    </div>
  );
}
