import type { AccountId } from './identifiers';

/** How many of the people asked about turned out to have worked. */
export interface HitRate {
  /** What is expected before anything is known. */
  readonly prior: number;
  readonly asked: number;
  readonly acted: number;
}

/** What one question about a group of people brought. */
export type ProbeAnswer =
  /** Nothing was found: nobody of the group worked. */
  | { readonly kind: 'nobody' }
  /** Work was found; `acted` are the members who were recognized in it, possibly none. */
  | { readonly kind: 'work'; readonly acted: readonly AccountId[] }
  /** Jira looked at the first `limit` people only; who was recognized counts, about the others it says nothing. */
  | { readonly kind: 'limited'; readonly limit: number; readonly acted: readonly AccountId[] }
  /** Jira rejects the question, or doubts its own answer. */
  | { readonly kind: 'refused' };

/**
 * Who of many silent people worked after all, found out with few questions about groups. Everybody is in exactly one place:
 * to be asked, cleared (a question that covers them found nothing), acted, or unclear. Nobody is cleared by anything else.
 */
export interface ProbePlan {
  /** Asked about together with whoever is left. */
  readonly pool: readonly AccountId[];
  /** Asked about just so: parts of a group of which something was found but nobody recognized. */
  readonly groups: readonly (readonly AccountId[])[];
  readonly cleared: readonly AccountId[];
  readonly acted: readonly AccountId[];
  readonly unclear: readonly AccountId[];
  readonly rate: HitRate;
  /** The most people Jira looks at in one question, as far as is known. */
  readonly most: number;
}

/** The most people in one question. More would be cheaper still, but nobody knows what Jira makes of such queries. */
export const MOST_TOGETHER = 40;
/** After so many people what was found counts as much as what was expected. */
const TRUST_IN_PRIOR = 40;

export function probePlan(people: readonly AccountId[], rate: HitRate, most = MOST_TOGETHER): ProbePlan {
  return { pool: people, groups: [], cleared: [], acted: [], unclear: [], rate, most };
}

export function expectedRate({ prior, asked, acted }: HitRate): number {
  return (acted + prior * TRUST_IN_PRIOR) / (asked + TRUST_IN_PRIOR);
}

/** One expected hit a group: a group without any clears all its members, one with a hit names who it was. */
export function groupSize(rate: number, most: number): number {
  return Math.max(1, Math.min(most, Math.round(1 / Math.max(rate, 0.001))));
}

/** New groups of one round: few enough to learn from them how large the next should be. */
const GROUPS_A_ROUND = 10;

/** The questions to ask now; empty when everybody is settled. */
export function nextGroups({ pool, groups, rate, most }: ProbePlan): AccountId[][] {
  const size = groupSize(expectedRate(rate), most);
  return [...groups.flatMap((group) => cut(group, most)), ...cut(pool.slice(0, size * GROUPS_A_ROUND), size)];
}

/** What is known after all questions of `nextGroups` were answered, one answer for each. */
export function settleRound(
  plan: ProbePlan,
  answers: readonly { readonly group: readonly AccountId[]; readonly answer: ProbeAnswer }[],
): ProbePlan {
  const asked = new Set(answers.flatMap(({ group }) => group));
  const start: ProbePlan = { ...plan, pool: plan.pool.filter((each) => !asked.has(each)), groups: [] };
  return answers.reduce((now, { group, answer }) => settle(now, group, answer), start);
}

function settle(plan: ProbePlan, group: readonly AccountId[], answer: ProbeAnswer): ProbePlan {
  switch (answer.kind) {
    case 'nobody':
      return count({ ...plan, cleared: [...plan.cleared, ...group] }, group.length, 0);
    case 'refused':
      return divide(plan, group, 'unclear');
    case 'limited':
      return settleLimited(plan, group, answer);
    case 'work': {
      const acted = group.filter((each) => answer.acted.includes(each));
      if (acted.length === 0) return divide(plan, group, 'acted');
      return recognize(plan, group, acted);
    }
  }
}

function settleLimited(
  plan: ProbePlan,
  group: readonly AccountId[],
  { limit, acted }: Extract<ProbeAnswer, { kind: 'limited' }>,
): ProbePlan {
  const most = Math.max(1, Math.min(plan.most, limit));
  const known = group.filter((each) => acted.includes(each));
  if (known.length > 0) return { ...recognize(plan, group, known), most };
  if (group.length > most) return { ...plan, pool: [...plan.pool, ...group], most };
  return { ...divide(plan, group, 'unclear'), most };
}

function recognize(plan: ProbePlan, group: readonly AccountId[], acted: readonly AccountId[]): ProbePlan {
  const rest = group.filter((each) => !acted.includes(each));
  return count(
    { ...plan, pool: [...plan.pool, ...rest], acted: [...plan.acted, ...acted] },
    acted.length,
    acted.length,
  );
}

/** Asks about both halves; what remains of somebody alone is settled. */
function divide(plan: ProbePlan, group: readonly AccountId[], alone: 'acted' | 'unclear'): ProbePlan {
  if (group.length > 1) {
    const half = Math.ceil(group.length / 2);
    return { ...plan, groups: [...plan.groups, group.slice(0, half), group.slice(half)] };
  }
  return count({ ...plan, [alone]: [...plan[alone], ...group] }, group.length, alone === 'acted' ? group.length : 0);
}

function count(plan: ProbePlan, asked: number, acted: number): ProbePlan {
  const { rate } = plan;
  return { ...plan, rate: { ...rate, asked: rate.asked + asked, acted: rate.acted + acted } };
}

function cut(people: readonly AccountId[], size: number): AccountId[][] {
  const groups: AccountId[][] = [];
  for (let start = 0; start < people.length; start += size) groups.push(people.slice(start, start + size));
  return groups;
}
