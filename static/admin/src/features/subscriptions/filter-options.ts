import { STATES } from '../../components/candidate-states';
import { ACTIVITY_KINDS } from '../../components/activity-text';
import { ACCOUNT_KINDS } from './account-kind';
import { USAGE } from './columns';
import type { Source } from './list/seat';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

const optionsOf = (labels: Readonly<Record<string, string>>): readonly FilterOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** How the rule sees a seat, then when it was last used. */
export const ACTIVITIES: readonly FilterOption[] = [
  ...optionsOf(USAGE),
  { value: '0-30', label: '0–30 days ago' },
  { value: '30-60', label: '30–60 days ago' },
  { value: '60-90', label: '60–90 days ago' },
  { value: '90-120', label: '90–120 days ago' },
  { value: '120', label: '120 days ago or more' },
  { value: 'none', label: 'None seen' },
  { value: 'never', label: 'Never used' },
  { value: 'unread', label: 'Unknown when' },
];

export const KINDS = optionsOf({
  ...ACTIVITY_KINDS,
  'none-since': 'None seen',
  never: 'Never used',
  unknown: 'Unknown',
});

export const CANDIDATE_STATES: readonly FilterOption[] = [
  { value: 'open', label: 'Any open candidate' },
  ...STATES.map((state) => ({ value: state, label: state })),
  { value: 'none', label: 'Not a candidate' },
];

export const EXCLUSIONS: readonly FilterOption[] = [
  { value: 'hide', label: 'Without excluded seats' },
  { value: 'only', label: 'Only excluded seats' },
];

export const ACCOUNTS: readonly FilterOption[] = optionsOf({ ...ACCOUNT_KINDS, other: 'Everybody else' });

/** Apps of all sources, each once. */
export function appOptions(sources: readonly Source[]): readonly FilterOption[] {
  return unique(sources.flatMap(({ table }) => table.roles.map(({ key, name }) => ({ value: key, label: name }))));
}

/** Groups of all sources, each once. */
export function groupOptions(sources: readonly Source[]): readonly FilterOption[] {
  return unique(sources.flatMap(({ table }) => table.groups.map(({ id, name }) => ({ value: id, label: name }))));
}

function unique(options: readonly FilterOption[]): readonly FilterOption[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
