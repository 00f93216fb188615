import type { ActivityFact } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import { DAY, type Instant } from '../domain/instant';
import { endOfDay, mayHold, type DayWindow } from '../domain/probe-window';
import type { ActivitySource, TouchAnswer, TouchedIssue } from '../ports/activity-source';
import { inParallel } from './in-parallel';
import { readRest } from './read-rest';

export interface Dated {
  readonly facts: readonly ActivityFact[];
  /** Jira gave no clear answer on the way. */
  readonly isUnclear: boolean;
}

export interface DateQuestion {
  readonly accountId: AccountId;
  readonly from: Instant;
  readonly to: Instant;
  readonly days: DayWindow;
}

const SHOWN = 5;
/** Work items of the one day that is left. */
const SHOWN_OF_A_DAY = 25;
/** Comments and changes that are read one by one to find a moment; of more only the day is told. */
const MOST_READ = 200;

/**
 * Finds out when somebody last worked: by reading the work items updated last, which mostly tell, and where they do not, by
 * halving the days until one is left. A day of which nothing can be read counts to its end: that keeps the seat longer.
 */
export async function dateActivity(person: DateQuestion, source: ActivitySource): Promise<Dated> {
  const { accountId, days } = person;
  const facts: ActivityFact[] = [];
  const ask = async (window: DayWindow): Promise<Verdict> => {
    const answer = await source.findTouched([{ accountId, ...window }], SHOWN);
    if (answer.kind === 'found') facts.push(...answer.issues.flatMap((issue) => issue.facts));
    return verdictOf(answer, accountId, window);
  };
  let verdict = await ask(days);
  let { fromDay } = days;
  const lastDay = days.beforeDay ?? Math.floor(person.to / DAY) + 2;
  let beforeDay = lastDay;
  while (verdict === 'hidden' && beforeDay - fromDay > 1) {
    const middle = Math.floor((fromDay + beforeDay) / 2);
    const upper = await ask({ fromDay: middle, beforeDay: beforeDay === lastDay ? days.beforeDay : beforeDay });
    if (upper === 'unclear' || upper === 'told') verdict = upper;
    if (upper === 'none') beforeDay = middle;
    else fromDay = middle;
  }
  if (verdict !== 'hidden') return { facts, isUnclear: verdict === 'unclear' };
  return { facts: [...facts, ...(await readDay(person, fromDay, source))], isUnclear: false };
}

/** `told`: what was read holds the newest; `hidden`: there is work, but when it was done can't be read off it. */
type Verdict = 'none' | 'told' | 'hidden' | 'unclear';

function verdictOf(answer: TouchAnswer, accountId: AccountId, window: DayWindow): Verdict {
  if (answer.kind === 'refused') return 'unclear';
  if (answer.issues.length === 0) return answer.isDoubtful || answer.limit !== null ? 'unclear' : 'none';
  const own = answer.issues.map(({ facts }) => momentsOf(accountId, facts, window));
  const latest = Math.max(...own.flat(), -Infinity);
  // Unread: the rest of what was cut, items on later pages, and items that do not show what the person did.
  const hidden = answer.issues.filter(
    (issue, n) => isCut(issue) || own[n]?.length === 0 || (!answer.isAll && n === answer.issues.length - 1),
  );
  return hidden.every(({ updatedAt }) => latest >= updatedAt) ? 'told' : 'hidden';
}

export function isCut({ missing }: TouchedIssue): boolean {
  return missing.comments + missing.changes > 0;
}

function momentsOf(accountId: AccountId, facts: readonly ActivityFact[], window: DayWindow): Instant[] {
  return facts.filter((fact) => fact.accountId === accountId && mayHold(window, fact.at)).map(({ at }) => at);
}

/** One day is left: its work items as a whole, or, when they don't tell either, the end of that day. */
async function readDay(person: DateQuestion, day: number, source: ActivitySource): Promise<ActivityFact[]> {
  const { accountId } = person;
  const window = { fromDay: day, beforeDay: day + 1 };
  const answer = await source.findTouched([{ accountId, ...window }], SHOWN_OF_A_DAY);
  if (answer.kind === 'refused' || !answer.isAll) return endOf(person, day);
  const cut = answer.issues.filter(isCut);
  if (cut.reduce((sum, { missing }) => sum + missing.comments + missing.changes, 0) > MOST_READ)
    return endOf(person, day);
  const rests = await inParallel(cut, ({ issueKey, missing }) =>
    readRest({ issueKey, comments: missing.comments > 0, changes: missing.changes > 0 }, source),
  );
  const whole = answer.issues.map((issue) => [...issue.facts, ...(rests[cut.indexOf(issue)]?.facts ?? [])]);
  const isRead = rests.every(({ isWhole }) => isWhole);
  const isTold = isRead && whole.length > 0 && whole.every((facts) => momentsOf(accountId, facts, window).length > 0);
  return isTold ? whole.flat() : [...whole.flat(), ...endOf(person, day)];
}

function endOf({ accountId, from, to }: DateQuestion, day: number): ActivityFact[] {
  const at = Math.min(to, endOfDay(day));
  return at < from ? [] : [{ accountId, kind: 'issue-changed', at }];
}
