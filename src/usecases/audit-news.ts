import { rolesGiven } from '../domain/access-given';
import { kindsOf, type ActivityBasis, type ActivityFact, type AssignmentFact } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { MINUTE, type Instant } from '../domain/instant';
import type { ApplicationRole } from '../domain/jira-group';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { auditSlices } from './audit-slices';
import { listGivenBack } from './given-back';
import type { Evidence } from './search-traces';

/** What the audit log tells of a time that no activity run has read yet. */
export interface AuditNews {
  readonly facts: readonly ActivityFact[];
  readonly assignments: readonly AssignmentFact[];
  /** False: there was more than could be read, or Jira refused it. */
  readonly complete: boolean;
}

/** Records show in the log a little after they were made. */
const LAG = 2 * MINUTE;

/**
 * The log from a moment on, read on every time it is asked for: what one person costs does not grow with those who were removed
 * before, and are in the log too.
 */
export class AuditWatch {
  private readonly facts: ActivityFact[] = [];
  private readonly assignments: AssignmentFact[] = [];
  private complete = true;
  /** From where the next reading starts. */
  private from: Instant;

  constructor(
    since: Instant,
    private readonly ports: Pick<Ports, 'activitySource' | 'clock'>,
  ) {
    this.from = since - LAG;
  }

  /**
   * What is in the log by now: one request for a moment ago, a few for a day. A reading that fails leaves what it saw, which
   * the next one sees again: repetition changes nothing.
   */
  async read(): Promise<AuditNews> {
    const to = this.ports.clock.now();
    try {
      for await (const slice of auditSlices(this.from, to, this.ports)) {
        this.facts.push(...slice.facts);
        this.assignments.push(...slice.assignments);
        this.complete &&= !slice.full && slice.unread === 0;
      }
    } catch (error) {
      if (!isFailure(error, 'jira-refused')) throw error;
      this.complete = false;
    }
    this.from = Math.max(this.from, to - 1); // records of this very moment may still come
    const { facts, assignments, complete } = this;
    return { facts, assignments, complete };
  }

  /** Nothing was left out so far. */
  get isWhole(): boolean {
    return this.complete;
  }

  /** Has the last minutes read once more: records that were late are in the log by now. */
  goBack(): void {
    this.from -= LAG;
  }
}

/** Whether somebody administered something that counts. */
export function administered(accountId: AccountId, basis: ActivityBasis, { facts, complete }: AuditNews): Evidence {
  const kinds = kindsOf(basis);
  const own = facts.filter((fact) => fact.accountId === accountId);
  if (own.some(({ kind }) => kinds.has(kind))) return 'seen';
  return complete && own.every(({ kind }) => kind !== 'admin-unclear') ? 'none' : 'unclear';
}

/** When access was last given to somebody that makes seats of these applications new, of what is in the news. */
export async function accessGivenAt(
  {
    accountId,
    roles,
    after,
  }: { readonly accountId: AccountId; readonly roles: readonly ApplicationRole[]; readonly after: Instant },
  { assignments }: Pick<AuditNews, 'assignments'>,
  ports: Pick<Ports, 'evidence' | 'people'>,
): Promise<Instant> {
  const own = assignments.filter((each) => each.accountId === accountId && each.at > after);
  if (own.length === 0) return -Infinity;
  const givenBack = await listGivenBack({ subject: accountId, from: after }, ports);
  return Math.max(
    -Infinity,
    ...own.filter((each) => rolesGiven(each, roles, givenBack).length > 0).map(({ at }) => at),
  );
}
