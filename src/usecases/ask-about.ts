import type { ActivityFact } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { nextGroups, probePlan, settleRound, type HitRate, type ProbeAnswer } from '../domain/probe-plan';
import { daysAround, mayHold, type DayWindow } from '../domain/probe-window';
import type { ActivitySource, TouchAnswer } from '../ports/activity-source';
import { dateActivity, isCut } from './date-activity';
import { inParallel } from './in-parallel';

/** Somebody who seems silent, and the time of which nobody knows yet. */
export interface Silent {
  readonly accountId: AccountId;
  readonly from: Instant;
  readonly to: Instant;
  /** Jira gave no clear answer before: asked about alone, so that nobody else is drawn in. */
  readonly wasUnclear: boolean;
}

export interface Answers {
  /** Everything that was come across, whoever did it. */
  readonly facts: readonly ActivityFact[];
  readonly unclear: readonly AccountId[];
  readonly rate: HitRate;
  readonly most: number;
  readonly wasLimited: boolean;
}

/** Work items read with each question: enough to recognize who it was. */
const SHOWN = 5;

/** Finds out about every one of these people whether they worked in their time, and when last. Throws a Failure. */
export async function askAbout(
  people: readonly Silent[],
  start: { readonly rate: HitRate; readonly most: number; readonly now: Instant },
  source: ActivitySource,
): Promise<Answers> {
  const asked = new Map(people.map((each) => [each.accountId, { ...each, days: daysOf(each, start.now) }]));
  const facts: ActivityFact[] = [];
  const dated = new Set<AccountId>();
  const ask = async (group: readonly AccountId[]) => {
    const members = group.flatMap((each) => asked.get(each) ?? []);
    const answer = await source.findTouched(
      members.map(({ accountId, days }) => ({ accountId, ...days })),
      SHOWN,
    );
    const found = answer.kind === 'found' ? answer.issues.flatMap((issue) => issue.facts) : [];
    facts.push(...found);
    for (const member of members) if (isDated(member, found, answer)) dated.add(member.accountId);
    return { group, answer: meaningOf(answer, members, found) };
  };
  let plan = probePlan(
    people.filter(({ wasUnclear }) => !wasUnclear).map(({ accountId }) => accountId),
    start.rate,
    start.most,
  );
  plan = { ...plan, groups: people.filter(({ wasUnclear }) => wasUnclear).map(({ accountId }) => [accountId]) };
  for (let groups = nextGroups(plan); groups.length > 0; groups = nextGroups(plan)) {
    plan = settleRound(plan, await inParallel(groups, ask));
  }
  const undated = plan.acted.filter((each) => !dated.has(each)).flatMap((each) => asked.get(each) ?? []);
  const dates = await inParallel(undated, (each) => dateActivity(each, source));
  return {
    facts: [...facts, ...dates.flatMap((each) => each.facts)],
    unclear: [...plan.unclear, ...undated.filter((_, n) => dates[n]?.isUnclear).map(({ accountId }) => accountId)],
    rate: plan.rate,
    most: plan.most,
    wasLimited: plan.most < start.most,
  };
}

/** Days that may lie in the future have no end: then Jira need not make sense of them. */
function daysOf({ from, to }: Silent, now: Instant): DayWindow {
  const days = daysAround(from, to);
  return days.beforeDay !== null && days.beforeDay > daysAround(now, null).fromDay
    ? { ...days, beforeDay: null }
    : days;
}

interface Member extends Silent {
  readonly days: DayWindow;
}

function meaningOf(answer: TouchAnswer, members: readonly Member[], found: readonly ActivityFact[]): ProbeAnswer {
  if (answer.kind === 'refused') return { kind: 'refused' };
  const acted = members
    .filter(({ accountId, days }) => found.some((fact) => fact.accountId === accountId && mayHold(days, fact.at)))
    .map(({ accountId }) => accountId);
  if (answer.limit !== null) return { kind: 'limited', limit: answer.limit, acted };
  if (answer.issues.length > 0) return { kind: 'work', acted };
  return answer.isDoubtful ? { kind: 'refused' } : { kind: 'nobody' };
}

/** Nothing that was not read can be newer than what was found of this person. */
function isDated({ accountId, from }: Member, found: readonly ActivityFact[], answer: TouchAnswer): boolean {
  if (answer.kind === 'refused' || answer.limit !== null || answer.isDoubtful) return false;
  const latest = Math.max(...found.filter((fact) => fact.accountId === accountId).map((fact) => fact.at), -Infinity);
  const hidden = answer.issues.filter((issue, n) => isCut(issue) || (!answer.isAll && n === answer.issues.length - 1));
  return latest >= from && hidden.every(({ updatedAt }) => latest >= updatedAt);
}
