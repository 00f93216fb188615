import { kindsOf, type ActivityBasis, type ActivityFact, type AssignmentFact } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { MINUTE, type Instant } from '../domain/instant';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { auditSlices } from './audit-slices';
import type { Evidence } from './search-traces';

/** What the audit log tells of a time that no activity run has read yet. */
export interface AuditNews {
  /** Read up to here. */
  readonly to: Instant;
  readonly facts: readonly ActivityFact[];
  readonly assignments: readonly AssignmentFact[];
  /** False: there was more than could be read, or Jira refused it. */
  readonly complete: boolean;
}

/** Records show in the log a little after they were made. */
const LAG = 2 * MINUTE;

export function noNewsSince(moment: Instant): AuditNews {
  return { to: moment, facts: [], assignments: [], complete: true };
}

/** Brings what is known up to now: one request for a moment ago, a few for a day. */
export async function readAuditNews(
  known: AuditNews,
  ports: Pick<Ports, 'activitySource' | 'clock'>,
): Promise<AuditNews> {
  const to = ports.clock.now();
  const facts = [...known.facts];
  const assignments = [...known.assignments];
  let { complete } = known;
  try {
    for await (const slice of auditSlices(known.to - LAG, to, ports)) {
      facts.push(...slice.facts);
      assignments.push(...slice.assignments);
      complete &&= !slice.full;
    }
  } catch (error) {
    if (!isFailure(error, 'jira-refused')) throw error;
    complete = false;
  }
  return { to, facts, assignments, complete };
}

/** Whether somebody administered something that counts. */
export function administered(accountId: AccountId, basis: ActivityBasis, { facts, complete }: AuditNews): Evidence {
  const kinds = kindsOf(basis);
  if (facts.some((fact) => fact.accountId === accountId && kinds.has(fact.kind))) return 'seen';
  return complete ? 'none' : 'unclear';
}

/** When access was last given to somebody, of what is in the news. */
export function accessGivenAt(accountId: AccountId, { assignments }: AuditNews): Instant {
  return Math.max(-Infinity, ...assignments.filter((each) => each.accountId === accountId).map(({ at }) => at));
}
