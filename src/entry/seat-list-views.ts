import { CLASS_OF_KIND } from '../domain/activity';
import type { Coverage } from '../domain/coverage';
import { toIso } from '../domain/instant';
import type { ActivityShape, SeatShape } from '../domain/seat-list/seat-columns';
import type { ActivityShapeView, SeatShapeView, SubscriptionTable } from '../shared/contract';
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
}: Coverage): NonNullable<SubscriptionTable['coverage']> {
  const complete = gaps.length === 0;
  return { from: toIso(from), to: toIso(to), complete, gaps, limits, viewsFrom: isoOrNull(viewsFrom) };
}
