import { CLASS_OF_KIND } from '../domain/activity';
import type { AuditNotUnderstood, Coverage } from '../domain/coverage';
import { toIso, utcDay } from '../domain/instant';
import type { ActivityShape, SeatShape } from '../domain/seat-list/seat-columns';
import type { ActivityShapeView, CoverageLimitView, SeatShapeView, SubscriptionTable } from '../shared/contract';
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
