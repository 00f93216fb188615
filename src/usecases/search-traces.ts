import { countsEveryContribution, kindsOf, type ActivityBasis, type ActivityFact } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { DAY } from '../domain/instant';
import type { ActingAs } from '../ports/group-writer';
import type { Ports } from '../ports/ports';

/** Whether somebody left a trace that counts. `unclear`: something could not be read, so nothing may be concluded. */
export type Evidence = 'seen' | 'none' | 'unclear';

/** The evidence of a search, with those traces that it dated. */
export interface Traces {
  readonly evidence: Evidence;
  readonly facts: readonly ActivityFact[];
}

/** Pages of comments that are read for one person before it is given up as unclear. */
const MOST_PAGES = 20;
/** Jira's search rounds to whole days, in another time zone than ours: what it found may lie this much further back. */
const ROUNDING = 2 * DAY;

export interface TraceQuery {
  readonly accountId: AccountId;
  readonly basis: ActivityBasis;
  readonly thresholdDays: number;
  /** In whose name the removal is made: an administrator who is there sees work that the app may not browse. */
  readonly as?: ActingAs;
}

/**
 * Asks Jira for any trace of one person within the threshold. When the basis does not count every contribution, the work items
 * that were found are read, and only what counts is seen. A work item on which nothing of the person can be found (a comment
 * that only some may see, something deleted since) is a doubt, and every doubt is unclear.
 */
export async function searchTraces(
  { accountId, basis, thresholdDays, as }: TraceQuery,
  { activitySource, clock }: Pick<Ports, 'activitySource' | 'clock'>,
): Promise<Traces> {
  // One day less than the threshold: Jira rounds up to whole days, and the far end was read exactly by the activity job.
  const days = Math.max(1, thresholdDays - 1);
  const found = await activitySource.probe(accountId, days);
  if (found === 'none' && as?.kind === 'caller')
    return dateless(await searchAsCaller(accountId, basis, days, activitySource));
  if (found !== 'seen' || countsEveryContribution(basis)) return dateless(found);
  const work = await activitySource.readWorkOf(accountId, days);
  const comments = await readComments(work.moreComments, accountId, activitySource);
  const facts = [...work.facts, ...comments.facts];
  const limit = clock.now() - thresholdDays * DAY;
  const counting = facts.filter((fact) => fact.at >= limit && kindsOf(basis).has(fact.kind));
  if (counting.length > 0) return { evidence: 'seen', facts: counting };
  const explained = new Set(facts.filter((fact) => fact.at >= limit - ROUNDING).map((fact) => fact.ref));
  const isClear = work.complete && comments.complete && work.issueKeys.every((key) => explained.has(key));
  return dateless(isClear ? 'none' : 'unclear');
}

function dateless(evidence: Evidence): Traces {
  return { evidence, facts: [] };
}

/**
 * What only the administrator at the page may see. Of that the app can't read what was done: it is a doubt where not everything
 * counts. The operator is not asked in the background: searching in somebody's absence is not among the app's scopes.
 */
async function searchAsCaller(
  accountId: AccountId,
  basis: ActivityBasis,
  days: number,
  activitySource: Ports['activitySource'],
): Promise<Evidence> {
  const found = await activitySource.probe(accountId, days, 'caller');
  return found === 'seen' && !countsEveryContribution(basis) ? 'unclear' : found;
}

async function readComments(
  issueKeys: readonly string[],
  accountId: AccountId,
  activitySource: Ports['activitySource'],
): Promise<{ facts: ActivityFact[]; complete: boolean }> {
  const facts: ActivityFact[] = [];
  let pages = 0;
  for (const issueKey of issueKeys) {
    for (let startAt: number | null = 0; startAt !== null; pages += 1) {
      if (pages >= MOST_PAGES) return { facts, complete: false };
      const page = await activitySource.readComments(issueKey, startAt);
      facts.push(...page.facts.filter((fact) => fact.accountId === accountId));
      if (page.unread > 0) return { facts, complete: false };
      startAt = page.nextStartAt;
    }
  }
  return { facts, complete: true };
}

/** One trace is enough to have been seen, one doubt to be unclear. */
export function sumUp(evidence: readonly Evidence[]): Evidence {
  if (evidence.includes('seen')) return 'seen';
  return evidence.includes('unclear') ? 'unclear' : 'none';
}
