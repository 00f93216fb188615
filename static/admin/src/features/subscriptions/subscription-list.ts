import type {
  AccountId,
  ActivityView,
  ReclamationRuleView,
  SubscriptionRow,
  SubscriptionTable,
} from '../../../../../src/shared/contract';
import { STATES } from '../../components/candidate-states';
import type { Sort } from '../../components/virtual-head';

export const ACTIVITY_FILTERS = [
  { value: 'inactive', label: 'Inactive' },
  { value: '0-30', label: '0–30 days' },
  { value: '30-60', label: '30–60 days' },
  { value: '60-90', label: '60–90 days' },
  { value: '90-120', label: '90–120 days' },
  { value: '120', label: '120+ days' },
  { value: 'none', label: 'None seen' },
  { value: 'unknown', label: 'Unknown' },
] as const;

export interface SubscriptionFilter {
  /** People whom the searched text stands for; undefined when nothing is searched. */
  readonly people: ReadonlySet<AccountId> | undefined;
  readonly role: string | null;
  readonly group: string | null;
  readonly activity: string | null;
  readonly state: string | null;
}

/** What seats are judged by: the table they belong to, the rules, and the server's clock. */
export interface Judgment {
  readonly table: SubscriptionTable;
  readonly rules: readonly ReclamationRuleView[];
  readonly now: number;
}

type Test = (row: SubscriptionRow) => boolean;
const USUAL_THRESHOLD_DAYS = 60;
const NEVER_SEEN = 1_000_000;
const DAY_MS = 86_400_000;

/** The rows that pass a filter. One pass over all rows with only the tests that are set. */
export function filterRows(
  rows: readonly SubscriptionRow[],
  filter: SubscriptionFilter,
  judgment: Judgment,
): readonly SubscriptionRow[] {
  const tests = testsOf(filter, judgment);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

function testsOf(filter: SubscriptionFilter, judgment: Judgment): Test[] {
  const { table } = judgment;
  const tests: Test[] = [];
  const { people, role, group, activity, state } = filter;
  if (people) tests.push(({ accountId }) => people.has(accountId));
  if (role) {
    const wanted = table.roles.findIndex(({ key }) => key === role);
    tests.push((row) => row.role === wanted);
  }
  if (group) {
    const wanted = table.groups.findIndex(({ id }) => id === group);
    tests.push(({ groups }) => groups.includes(wanted));
  }
  if (activity) tests.push(activityTest(activity, judgment));
  if (state === 'none') tests.push(({ candidate }) => candidate === null);
  else if (state) tests.push(({ candidate }) => candidate?.state === state);
  return tests;
}

function activityTest(wanted: string, { table, rules, now }: Judgment): Test {
  if (wanted === 'none') return ({ activity }) => isSilent(activity);
  if (wanted === 'inactive' || wanted === 'unknown') {
    const thresholds = table.roles.map(({ key }) => thresholdOf(key, rules));
    return (row) => usageOf(row, thresholds[row.role] ?? USUAL_THRESHOLD_DAYS, now) === wanted;
  }
  const [from = 0, to = Infinity] = wanted.split('-').map(Number);
  return ({ inactiveDays }) => inactiveDays !== null && inactiveDays >= from && inactiveDays < to;
}

/** Watched, and nothing was seen: since the watch began, or ever since a new account got its seat. */
function isSilent(activity: ActivityView): activity is Extract<ActivityView, { since: string }> {
  return activity.kind === 'none-since' || activity.kind === 'never';
}

/** How a rule sees a seat. Somebody of whom nothing was seen, but not for long enough yet, is unknown and stays. */
export function usageOf(row: SubscriptionRow, threshold: number, now: number): 'active' | 'inactive' | 'unknown' {
  const { activity, inactiveDays } = row;
  if (activity.kind === 'unknown') return 'unknown';
  if (isSilent(activity)) return Date.parse(activity.since) <= now - threshold * DAY_MS ? 'inactive' : 'unknown';
  return inactiveDays !== null && inactiveDays >= threshold ? 'inactive' : 'active';
}

/** After how many days without activity an app's rule proposes somebody. */
export function thresholdOf(roleKey: string, rules: readonly ReclamationRuleView[]): number {
  return rules.find((rule) => rule.roleKey === roleKey)?.lastActivityThresholdDays ?? USUAL_THRESHOLD_DAYS;
}

/**
 * Rows in the wanted order. A column gives each row one whole number; together with the row's place it is packed into one
 * number, because plain numbers sort without a comparison function: 50,000 rows take a few milliseconds.
 */
export function sortRows(
  rows: readonly SubscriptionRow[],
  sort: Sort,
  table: SubscriptionTable,
  names: ReadonlyMap<AccountId, string>,
): readonly SubscriptionRow[] {
  const key = keyOf(sort.column, table, names);
  const packed = new Float64Array(rows.length);
  rows.forEach((row, index) => {
    packed[index] = key(row) * rows.length + index;
  });
  packed.sort();
  const sorted = Array.from(packed).flatMap((value) => rows[value % rows.length] ?? []);
  return sort.direction === 'ascending' ? sorted : sorted.reverse();
}

/** What a column sorts by: a whole number from 0, small enough to be packed. */
function keyOf(
  column: string,
  table: SubscriptionTable,
  names: ReadonlyMap<AccountId, string>,
): (row: SubscriptionRow) => number {
  switch (column) {
    case 'person': {
      const ranks = ranksOf([...names.entries()]);
      return ({ accountId }) => ranks.get(accountId) ?? NEVER_SEEN;
    }
    case 'app': {
      const ranks = ranksOf(table.roles.map(({ name }, index) => [index, name]));
      return ({ role }) => ranks.get(role) ?? 0;
    }
    case 'groups': {
      const ranks = ranksOf(table.groups.map(({ name }, index) => [index, name]));
      return ({ groups }) => ranks.get(groups[0] ?? -1) ?? NEVER_SEEN;
    }
    case 'activity':
      return ({ activity }) =>
        activity.kind === 'seen' ? Math.floor(Date.parse(activity.at) / 1000) : isSilent(activity) ? 1 : 0;
    case 'inactive':
      return ({ activity, inactiveDays }) =>
        isSilent(activity) ? NEVER_SEEN : inactiveDays === null ? 0 : inactiveDays + 1;
    default:
      return ({ candidate }) => (candidate ? STATES.indexOf(candidate.state) : STATES.length);
  }
}

/** The place of each name in alphabetical order. */
function ranksOf<Key>(named: readonly (readonly [Key, string])[]): ReadonlyMap<Key, number> {
  const { compare } = new Intl.Collator();
  const sorted = [...named].sort(([, left], [, right]) => compare(left, right));
  return new Map(sorted.map(([key], rank) => [key, rank]));
}
