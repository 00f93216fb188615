import type { ReclamationRuleView, RuleSettings } from '../../../../../src/shared/contract';

type Numbers =
  | 'lastActivityThresholdDays'
  | 'newAccountGraceDays'
  | 'maxSeatsPerRun'
  | 'maxPercentPerRun'
  | 'secondPersonAbove'
  | 'daysBeforeAutoReclamation';

/** The form of a rule: as the settings, but numbers are what was typed; a second person is never needed where nothing was. */
export type RuleDraft = Omit<RuleSettings, Numbers> & { readonly [Name in Numbers]: string };
export type DraftProblems = Readonly<Partial<Record<keyof RuleDraft, string>>>;

const BOUNDS: Readonly<Record<Numbers, readonly [least: number, most: number]>> = {
  lastActivityThresholdDays: [1, 1095],
  newAccountGraceDays: [0, 365],
  maxSeatsPerRun: [1, 100_000],
  maxPercentPerRun: [1, 100],
  secondPersonAbove: [0, 100_000],
  daysBeforeAutoReclamation: [1, 90],
};
const NUMBERS = Object.keys(BOUNDS) as Numbers[];
const MAY_BE_EMPTY: Numbers = 'secondPersonAbove';

export function draftOf(rule: ReclamationRuleView): RuleDraft {
  const { name, activityBasis, includeNoActivity, createCandidates, condition, cadence, mode } = rule;
  const { protectedAccountIds, protectedGroupIds, notifyUser, answerDays, freeze } = rule;
  return {
    name,
    activityBasis,
    includeNoActivity,
    createCandidates,
    condition,
    cadence,
    mode,
    protectedAccountIds,
    protectedGroupIds,
    notifyUser,
    answerDays,
    freeze,
    lastActivityThresholdDays: String(rule.lastActivityThresholdDays),
    newAccountGraceDays: String(rule.newAccountGraceDays),
    maxSeatsPerRun: String(rule.maxSeatsPerRun),
    maxPercentPerRun: String(rule.maxPercentPerRun),
    secondPersonAbove: String(rule.secondPersonAbove ?? ''),
    daysBeforeAutoReclamation: String(rule.daysBeforeAutoReclamation),
  };
}

/** What the page itself can say is wrong; the server says the rest. */
export function problemsOf(draft: RuleDraft): DraftProblems {
  const problems: Partial<Record<keyof RuleDraft, string>> = {};
  if (draft.name.trim() === '') problems.name = 'Give the rule a name.';
  for (const field of NUMBERS) {
    const [least, most] = BOUNDS[field];
    const value = wholeNumber(draft[field]);
    if (field === MAY_BE_EMPTY && isEmpty(draft[field])) continue;
    if (value === undefined || value < least || value > most)
      problems[field] = `Enter a whole number from ${least} to ${most}.`;
  }
  return problems;
}

/** The settings of a draft without problems; undefined otherwise. */
export function settingsOf(draft: RuleDraft): RuleSettings | undefined {
  if (Object.keys(problemsOf(draft)).length > 0) return undefined;
  const value = (field: Numbers) => wholeNumber(draft[field]) ?? 0;
  return {
    ...draft,
    lastActivityThresholdDays: value('lastActivityThresholdDays'),
    newAccountGraceDays: value('newAccountGraceDays'),
    maxSeatsPerRun: value('maxSeatsPerRun'),
    maxPercentPerRun: value('maxPercentPerRun'),
    secondPersonAbove: isEmpty(draft.secondPersonAbove) ? null : value('secondPersonAbove'),
    daysBeforeAutoReclamation: value('daysBeforeAutoReclamation'),
  };
}

export function isChanged(draft: RuleDraft, rule: ReclamationRuleView): boolean {
  return JSON.stringify(draft, sorted) !== JSON.stringify(draftOf(rule), sorted);
}

function isEmpty(text: string): boolean {
  return text.trim() === '';
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text) : undefined;
}

/** Keys in one order, so that equal values are equal text. */
function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
