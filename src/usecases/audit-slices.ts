import { DAY, type Instant } from '../domain/instant';
import type { AuditSlice } from '../ports/activity-source';
import type { Ports } from '../ports/ports';

const SHORTEST = 60_000;

/**
 * The audit log between two moments, oldest first, in slices of a day; a slice that is full is halved. One that is still `full`
 * could not be cut any further: there were more records than can be read. Throws `jira-refused` on a site without a paid plan.
 */
export async function* auditSlices(
  from: Instant,
  to: Instant,
  { activitySource }: Pick<Ports, 'activitySource'>,
): AsyncGenerator<AuditSlice & { readonly to: Instant }> {
  let span = DAY;
  for (let at = from; at < to;) {
    const end = Math.min(at + span, to);
    const slice = await activitySource.readAudit(at, end);
    if (slice.full && span > SHORTEST) {
      span = Math.max(SHORTEST, Math.floor(span / 2));
      continue;
    }
    yield { ...slice, to: end };
    at = end;
    span = DAY;
  }
}
