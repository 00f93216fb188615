import type { IssueTable } from '../data/issue-table';
import type { ViewRecord } from '../data/records';
import { DAY } from '../jql/time-zone';
import type { Person } from './person';
import type { Prng } from '../../core/prng';

const DAYS = 30;

/** Who looks at which issue in the month after the site starts, oldest first. */
export function upcomingViews(random: Prng, people: readonly Person[], issues: IssueTable, now: number): ViewRecord[] {
  if (issues.rows === 0) return [];
  const views = people
    .filter(({ views: looks }) => looks)
    .flatMap(({ user }) =>
      Array.from({ length: 1 + random.repeats(0.6, 4) }, () => ({
        at: Math.floor(now + random.between(0.01, DAYS) * DAY),
        by: user.accountId,
        row: issues.rows - 1 - random.below(Math.ceil(issues.rows / 5)),
      })),
    );
  views.sort((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1));
  return views.map(({ at, by, row }) => ({ kind: 'view', issue: issues.key(row), by, at: new Date(at).toISOString() }));
}
