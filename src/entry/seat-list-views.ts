import { CLASS_OF_KIND, type LastActivity } from '../domain/activity';
import type { AuditNotUnderstood, Coverage } from '../domain/coverage';
import { toIso, utcDay, wholeDays, type Instant } from '../domain/instant';
import type { ActivityShape, SeatShape } from '../domain/seat-list/seat-columns';
import type {
  ActivityShapeView,
  ActivityView,
  CoverageLimitView,
  SeatShapeView,
  SubscriptionRow,
  SubscriptionTable,
} from '../shared/contract';
import type { SeatNow } from '../usecases/seat-list/read-seat-bucket';
import { isoOrNull, WHAT } from './views';

export function seatShapeView({ activity, ...shape }: SeatShape): SeatShapeView {
  return { ...shape, activity: activityShapeView(activity) };
}

function activityShapeView(activity: ActivityShape): ActivityShapeView {
  if (activity.kind !== 'seen') return activity;
  const { activityKind } = activity;
  return { kind: 'seen', activityClass: CLASS_OF_KIND[activityKind], what: WHAT[activityKind] };
}

export function coverageView({
  from,
  to,
  gaps,
  limits = [],
  viewsFrom,
  auditNotUnderstood,
}: Coverage): NonNullable<SubscriptionTable['coverage']> {
  const complete = gaps.length === 0;
  const all = [...limits, ...(auditNotUnderstood ? [auditLimit(auditNotUnderstood)] : [])];
  return { from: toIso(from), to: toIso(to), complete, gaps, limits: all, viewsFrom: isoOrNull(viewsFrom) };
}

/** What the audit log says in words that we don't know, such as another language. */
function auditLimit({ records, lastAt }: AuditNotUnderstood): CoverageLimitView {
  const what = records === 1 ? '1 audit record' : `${records} audit records`;
  const text = `We don’t understand ${what}, the last of ${utcDay(lastAt)}. We treat people named there as new.`;
  return { kind: 'audit-not-understood', text };
}

export function seatRow({ firstSeen, activity, ...seat }: SeatNow, now: Instant): SubscriptionRow {
  const inactiveDays = activity.kind === 'seen' ? wholeDays(activity.at, now) : null;
  return { ...seat, firstSeen: toIso(firstSeen), activity: activityView(activity), inactiveDays };
}

function activityView(activity: LastActivity): ActivityView {
  switch (activity.kind) {
    case 'seen': {
      const { at, activityKind, ref } = activity;
      return { kind: 'seen', at: toIso(at), activityClass: CLASS_OF_KIND[activityKind], what: WHAT[activityKind], ref };
    }
    case 'none-since':
    case 'never':
      return { kind: activity.kind, since: toIso(activity.since) };
    case 'unknown':
      return activity;
  }
}
