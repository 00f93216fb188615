import type { AccountId, ProfileId } from '../domain/identifiers';
import type { ReclamationRule, RuleSettings } from '../domain/reclamation-rule';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { problemsOfRule } from './rule-problems';

type Needs = Pick<Ports, 'profiles' | 'rules' | 'directory' | 'clock' | 'evidence'>;

export const NO_SUCH_RULE = 'This reclamation rule does not exist any more. Go back to the list of rules.';
const CHANGED = 'Somebody else changed this rule while you worked on it. Reload it and make your change again.';

interface Edited {
  readonly profileId: ProfileId;
  readonly ruleId: string;
  readonly revision: number;
  readonly caller: AccountId;
}

type Optional = 'notifyUser' | 'daysBeforeAutoReclamation' | 'answerDays' | 'secondPersonAbove' | 'freeze';
/** Whether people are asked first, or a second person is, and when nobody's seat is taken stay as they are where nothing is said about them. */
export type WantedSettings = Omit<RuleSettings, Optional> & Partial<Pick<RuleSettings, Optional>>;

/** Changes a rule. A change of whom it proposes and how takes the confirmation back: that is to be looked at again. */
export async function saveReclamationRule(
  { settings, ...input }: Edited & { readonly settings: WantedSettings },
  ports: Needs,
): Promise<Outcome<ReclamationRule>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const rule = await findRule(input, ports);
  if (!rule) return refuse('not-found', NO_SUCH_RULE);
  if (rule.revision !== input.revision) return refuse('conflict', CHANGED);
  const { notifyUser, daysBeforeAutoReclamation, answerDays, secondPersonAbove, freeze } = rule;
  const kept = { notifyUser, daysBeforeAutoReclamation, answerDays, secondPersonAbove, freeze };
  const wanted: RuleSettings = { ...kept, ...settings, name: settings.name.trim() };
  const problems = await problemsOfRule(wanted, rule, profile, ports);
  if (problems.length > 0)
    return refuse('bad-input', 'The rule was not saved: some of its fields need another value.', problems);
  const now = ports.clock.now();
  const review = isSameJudge(rule, wanted) ? rule.review : null;
  const changed = { ...rule, ...wanted, review, changedAt: now, changedBy: input.caller };
  const text = `Reclamation rule “${wanted.name}” changed.${review ? '' : ' It is to be reviewed before anybody it proposes is removed.'}`;
  return store(changed, 'rule-saved', text, input.caller, ports);
}

/** Records that a person has looked at the rule as it is: from now on its candidates can be reclaimed. */
export async function confirmReclamationRule(input: Edited, ports: Needs): Promise<Outcome<ReclamationRule>> {
  const rule = await findRule(input, ports);
  if (!rule) return refuse('not-found', NO_SUCH_RULE);
  if (rule.revision !== input.revision) return refuse('conflict', CHANGED);
  if (rule.review) return done(rule);
  const review = { at: ports.clock.now(), by: input.caller };
  const text = `Reclamation rule “${rule.name}” confirmed.`;
  return store({ ...rule, review }, 'rule-confirmed', text, input.caller, ports);
}

/** The rule that is meant, of a profile that exists. */
export async function findRule(
  { profileId, ruleId }: Pick<Edited, 'profileId' | 'ruleId'>,
  { rules }: Pick<Ports, 'rules'>,
): Promise<ReclamationRule | undefined> {
  return (await rules.list(profileId)).find(({ id }) => id === ruleId);
}

async function store(
  rule: ReclamationRule,
  kind: 'rule-saved' | 'rule-confirmed',
  text: string,
  caller: AccountId,
  ports: Needs,
): Promise<Outcome<ReclamationRule>> {
  try {
    const saved = await ports.rules.save(rule);
    const { id, revision, profileId, roleKey, review, freeze } = saved;
    const details = {
      ruleId: id,
      revision,
      profileId,
      roleKey,
      isConfirmed: review !== null,
      freeze,
      ...factsOf(saved),
    };
    await ports.evidence.append({
      kind,
      at: ports.clock.now(),
      by: caller,
      subject: null,
      candidate: null,
      text,
      details,
      people: saved.protectedAccountIds,
    });
    return done(saved);
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', CHANGED);
  }
}

/** Everything of a rule that decides about seats: all but its name, and the days on which it rests. */
function factsOf(rule: RuleSettings): Omit<RuleSettings, 'name' | 'freeze'> {
  const { lastActivityThresholdDays, includeNoActivity, activityBasis, createCandidates, newAccountGraceDays } = rule;
  const { maxSeatsPerRun, maxPercentPerRun, condition, protectedAccountIds, protectedGroupIds, cadence, mode } = rule;
  const { notifyUser, daysBeforeAutoReclamation, answerDays, secondPersonAbove } = rule;
  return {
    lastActivityThresholdDays,
    includeNoActivity,
    activityBasis,
    createCandidates,
    newAccountGraceDays,
    maxSeatsPerRun,
    maxPercentPerRun,
    secondPersonAbove,
    condition: { groupIds: condition.groupIds, firstSeenBefore: condition.firstSeenBefore },
    protectedAccountIds,
    protectedGroupIds,
    cadence,
    mode,
    notifyUser,
    daysBeforeAutoReclamation,
    answerDays,
  };
}

function isSameJudge(a: RuleSettings, b: RuleSettings): boolean {
  return JSON.stringify(factsOf(a)) === JSON.stringify(factsOf(b));
}
