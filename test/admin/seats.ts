import type { SubscriptionRow, SubscriptionTable } from '../../src/shared/contract';
import type { Seat, Source } from '../../static/admin/src/features/subscriptions/list/seat';
import { NOW, profile } from './views';

const DAY_MS = 86_400_000;

/** So many days before `NOW`. */
export const daysAgo = (days: number): string => new Date(NOW - days * DAY_MS).toISOString();

export function table(change: Partial<SubscriptionTable> = {}): SubscriptionTable {
  return {
    generation: 'g1',
    buckets: 1,
    list: 'list-1',
    parts: 1,
    seats: 0,
    people: 0,
    completedAt: daysAgo(0),
    roles: [
      { key: 'jira-software', name: 'Jira' },
      { key: 'jira-servicedesk', name: 'Service Management' },
    ],
    groups: [
      { id: 'g-jira', name: 'jira-users' },
      { id: 'g-desk', name: 'agents' },
    ],
    coverage: { from: daysAgo(60), to: daysAgo(0), complete: true, gaps: [], limits: [], viewsFrom: null },
    ...change,
  };
}

export function source(id = 'p1', change: Partial<SubscriptionTable> = {}): Source {
  return { profile: profile({ id, displayName: `Profile ${id}`, status: 'Published' }), table: table(change) };
}

const SOURCE = source();

/** A seat of Jira whose holder contributed today. */
export function seat(accountId: string, change: Partial<Seat> = {}): Seat {
  const row: SubscriptionRow = {
    accountId,
    role: 0,
    groups: [0],
    guest: false,
    serviceAccount: false,
    firstSeen: daysAgo(100),
    heldBefore: false,
    activity: { kind: 'seen', at: daysAgo(0), activityClass: 'contribution', what: 'Commented' },
    inactiveDays: 0,
    usage: 'active',
    span: '0–30',
    candidate: null,
    excludedBy: null,
  };
  return { source: SOURCE, part: 0, place: 0, ...row, ...change };
}

/** A seat that was last used so many days ago. */
export function idle(accountId: string, days: number, change: Partial<Seat> = {}): Seat {
  return seat(accountId, {
    activity: { kind: 'seen', at: daysAgo(days), activityClass: 'view', what: 'Viewed a work item' },
    inactiveDays: days,
    usage: days >= 60 ? 'inactive' : 'active',
    span: days < 30 ? '0–30' : days < 60 ? '30–60' : days < 90 ? '60–90' : days < 120 ? '90–120' : '120+',
    ...change,
  });
}

export const silent = (accountId: string, days: number): Seat =>
  seat(accountId, {
    activity: { kind: 'none-since', since: daysAgo(days) },
    inactiveDays: null,
    usage: days >= 60 ? 'inactive' : 'unknown',
    span: days >= 60 ? 'None seen' : 'Unknown',
  });

export const unread = (accountId: string): Seat =>
  seat(accountId, {
    activity: { kind: 'unknown', because: 'Jira refused.' },
    inactiveDays: null,
    usage: 'unknown',
    span: 'Unknown',
  });

/** A new account that was never used. */
export const fresh = (accountId: string): Seat =>
  seat(accountId, {
    activity: { kind: 'never', since: daysAgo(5) },
    inactiveDays: null,
    usage: 'unknown',
    span: 'Never used',
  });
