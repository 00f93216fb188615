import { z } from 'zod';
import { ACTIVITY_BASES } from '../../domain/activity';
import { ANSWER_DAYS } from '../../domain/answer-time';
import { CADENCES, RULE_DEFAULTS, RULE_MODES, type ReclamationRule } from '../../domain/reclamation-rule';
import type { RuleTurns } from '../../domain/rule-schedule';
import type { RuleStore } from '../../ports/stores';
import { readValue, writeValue } from './plain-values';
import { RevisionedList } from './revisioned-list';
import { v, withoutVersion } from './schemas';

const instant = z.number();
const ids = z.array(z.string());

const RuleList: z.ZodType<ReclamationRule[]> = z.array(
  z
    .object({
      v,
      id: z.string(),
      revision: z.number().int().default(1),
      profileId: z.string(),
      roleKey: z.string(),
      name: z.string(),
      lastActivityThresholdDays: z.number(),
      includeNoActivity: z.boolean(),
      automatic: z.boolean(),
      activityBasis: z.enum(ACTIVITY_BASES).default(RULE_DEFAULTS.activityBasis),
      createCandidates: z.boolean().default(RULE_DEFAULTS.createCandidates),
      newAccountGraceDays: z.number().default(RULE_DEFAULTS.newAccountGraceDays),
      maxSeatsPerRun: z.number().default(RULE_DEFAULTS.maxSeatsPerRun),
      maxPercentPerRun: z.number().default(RULE_DEFAULTS.maxPercentPerRun),
      secondPersonAbove: z.number().nullable().default(RULE_DEFAULTS.secondPersonAbove),
      freeze: z.object({ from: instant, until: instant }).nullable().default(RULE_DEFAULTS.freeze),
      condition: z
        .object({ groupIds: ids, firstSeenBefore: instant.nullable() })
        .default({ groupIds: [], firstSeenBefore: null }),
      protectedAccountIds: ids.default([]),
      protectedGroupIds: ids.default([]),
      cadence: z.enum(CADENCES).default(RULE_DEFAULTS.cadence),
      mode: z.enum(RULE_MODES).default(RULE_DEFAULTS.mode),
      notifyUser: z.boolean().default(RULE_DEFAULTS.notifyUser),
      daysBeforeAutoReclamation: z.number().default(RULE_DEFAULTS.daysBeforeAutoReclamation),
      answerDays: z.enum(ANSWER_DAYS).default(RULE_DEFAULTS.answerDays),
      changedAt: instant.nullable().default(RULE_DEFAULTS.changedAt),
      changedBy: z.string().nullable().default(RULE_DEFAULTS.changedBy),
      review: z.object({ at: instant, by: z.string() }).nullable().default(RULE_DEFAULTS.review),
    })
    .transform(withoutVersion),
);
const Turns = z.record(z.string(), instant);

/** The rules of a profile in one record, each changed on condition of its revision. */
export class KvsRuleStore implements RuleStore {
  list(profileId: string): Promise<ReclamationRule[]> {
    return rulesOf(profileId).list();
  }

  save(rule: ReclamationRule): Promise<ReclamationRule> {
    return rulesOf(rule.profileId).save(rule);
  }

  async findTurns(profileId: string): Promise<RuleTurns> {
    return (await readValue(turnsKey(profileId), Turns)) ?? {};
  }

  saveTurns(profileId: string, turns: RuleTurns): Promise<void> {
    return writeValue(turnsKey(profileId), turns);
  }
}

/** Rules were once a plain value, which is read until the first change. */
function rulesOf(profileId: string): RevisionedList<ReclamationRule> {
  const key = `rules.${profileId}`;
  return new RevisionedList(key, RuleList, async () => (await readValue(key, RuleList)) ?? []);
}

function turnsKey(profileId: string): string {
  return `rule-turns.${profileId}`;
}
