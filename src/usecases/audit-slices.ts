import { DAY, type Instant } from '../domain/instant';
import type { AuditSlice } from '../ports/activity-source';
import type { Ports } from '../ports/ports';

const SHORTEST = 60_000;
/** Records of a slice after which one twice as long is not full either, as Jira's answers hold a thousand. */
const FEW = 400;

/**
 * The audit log between two moments, oldest first, in slices of at most a day; a slice that is full is halved. One that is still `full`
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
    // A full answer is paid for and thrown away, so after a busy time slices grow slowly.
    if (slice.records < FEW) span = Math.min(DAY, span * 2);
  }
}
