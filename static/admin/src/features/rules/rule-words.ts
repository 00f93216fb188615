import type { ActivityBasis, AnswerDays, RuleCadence, RuleMode } from '../../../../../src/shared/contract';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly help: string;
}

export const BASES: readonly Choice<ActivityBasis>[] = [
  {
    value: 'including-views',
    label: 'Everything seen',
    help: 'Contributions, administration and views. Views are known only since this app was installed; silence is judged by contributions.',
  },
  {
    value: 'any-contribution',
    label: 'Contributions and administration',
    help: 'Creating, changing and commenting work items, logging work, administering Jira. Somebody who only looks counts as inactive.',
  },
  {
    value: 'original-compatible',
    label: 'As the original integration',
    help: 'Creating a work item, adding or editing a comment, and seven categories of the audit log. Changing a work item does not count.',
  },
];

export const CADENCES: readonly Choice<RuleCadence>[] = [
  { value: 'daily', label: 'Daily', help: 'With every evaluation.' },
  { value: 'weekly', label: 'Weekly', help: 'With the first evaluation of a week, from Monday on (UTC).' },
  { value: 'monthly', label: 'Monthly', help: 'With the first evaluation of a month (UTC).' },
];

export const MODES: readonly Choice<RuleMode>[] = [
  {
    value: 'apply',
    label: 'Open candidates',
    help: 'People appear under Removal candidates. Nobody is removed by that.',
  },
  { value: 'preview', label: 'Preview: only count', help: 'Nobody is proposed. You see here how many would be.' },
];

export const ANSWER_DAYS: readonly Choice<AnswerDays>[] = [
  { value: 'all', label: 'All days', help: 'Weekends count too.' },
  { value: 'monday-to-friday', label: 'Monday to Friday', help: 'Saturdays and Sundays (UTC) stop the time.' },
  { value: 'sunday-to-thursday', label: 'Sunday to Thursday', help: 'Fridays and Saturdays (UTC) stop the time.' },
];

export function wordsFor<Value extends string>(choices: readonly Choice<Value>[], value: Value): Choice<Value> {
  return choices.find((choice) => choice.value === value) ?? { value, label: value, help: '' };
}
