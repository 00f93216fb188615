import { useNow } from '../../api/now';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { fromWallTime, toWallTime } from '../../components/zoned';
import { DayField } from './day-field';
import { GroupsField } from './groups-field';
import type { RuleFormProps } from './form-props';
import styles from './rules.module.css';

/** The subscription condition: which groups give the seat, and since when it is there. */
export function ConditionFields({ draft, isDisabled, selectedGroups, onChange }: RuleFormProps) {
  const { viewer } = useFormat();
  const now = useNow();
  const groups = useAnswer('listJiraGroups', {}).data?.groups ?? [];
  const { condition } = draft;
  const day =
    condition.firstSeenBefore === null ? '' : toWallTime(condition.firstSeenBefore, viewer.timeZone).slice(0, 10);
  return (
    <div className={styles.fields}>
      <GroupsField
        label="Only seats that one of these groups gives"
        help="Leave it empty to judge the seats of all groups of the profile."
        placeholder="Any group of the profile"
        groups={groups.filter(({ id }) => selectedGroups.includes(id))}
        selected={condition.groupIds}
        isDisabled={isDisabled}
        onChange={(groupIds) => onChange({ condition: { ...condition, groupIds } })}
      />
      <DayField
        label="Only seats first seen before"
        help="Leave it empty to judge seats whenever they appeared."
        placeholder="Any day"
        isDisabled={isDisabled}
        maxDate={toWallTime(new Date(now).toISOString(), viewer.timeZone).slice(0, 10)}
        value={day}
        onChange={(chosen) => {
          const firstSeenBefore = chosen ? (fromWallTime(`${chosen}T00:00`, viewer.timeZone) ?? null) : null;
          onChange({ condition: { ...condition, firstSeenBefore } });
        }}
      />
    </div>
  );
}
