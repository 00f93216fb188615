import { toIso } from '../../domain/instant';
import type { KeptBecause } from '../../domain/reclamation-rule';
import { monthlyCost, type SoftwareModel } from '../../domain/software-model';
import type { Ports } from '../../ports/ports';
import type * as Page from '../../shared/contract';
import { listRules, type ListedRule } from '../../usecases/list-rules';
import { refuse, done, type Outcome } from '../../usecases/outcome';
import { previewRule, type RulePreview } from '../../usecases/preview-rule';
import {
  confirmReclamationRule,
  NO_SUCH_RULE,
  saveReclamationRule,
  type WantedSettings,
} from '../../usecases/reclamation-rules';
import { isoOrNull } from '../views';
import { mapOutcome, type Operations } from './operation';

export const ruleOperations: Operations<
  'listReclamationRules' | 'saveReclamationRule' | 'confirmReclamationRule' | 'previewReclamationRule'
> = {
  listReclamationRules: async ({ profileId }, _caller, ports) =>
    done({ rules: (await listRules(profileId, ports)).map(ruleView) }),
  saveReclamationRule: async ({ settings, ...input }, { accountId }, ports) => {
    const wanted = { ...input, settings: settingsOf(settings), caller: accountId };
    return showRule(await saveReclamationRule(wanted, ports), input, ports);
  },
  confirmReclamationRule: async (input, { accountId }, ports) =>
    showRule(await confirmReclamationRule({ ...input, caller: accountId }, ports), input, ports),
  previewReclamationRule: async ({ settings, ...input }, _caller, ports) => {
    const [outcome, models] = await Promise.all([
      previewRule({ ...input, settings: settingsOf(settings) }, ports),
      ports.models.list(),
    ]);
    return mapOutcome(outcome, (preview) => previewView(preview, models));
  },
};

function settingsOf({ condition, freeze, ...settings }: Page.RuleSettingsInput): WantedSettings {
  const { groupIds, firstSeenBefore } = condition;
  const days = freeze && { from: Date.parse(freeze.from), until: Date.parse(freeze.until) };
  return {
    ...settings,
    ...(days === undefined ? {} : { freeze: days }),
    condition: { groupIds, firstSeenBefore: firstSeenBefore === null ? null : Date.parse(firstSeenBefore) },
  };
}

async function showRule(
  outcome: Outcome<unknown>,
  { profileId, ruleId }: { readonly profileId: string; readonly ruleId: string },
  ports: Ports,
): Promise<Outcome<Page.ReclamationRuleView>> {
  if (!outcome.ok) return outcome;
  const listed = (await listRules(profileId, ports)).find(({ rule }) => rule.id === ruleId);
  return listed ? done(ruleView(listed)) : refuse('not-found', NO_SUCH_RULE);
}

function ruleView({ rule, ...numbers }: ListedRule): Page.ReclamationRuleView {
  const { review, changedAt, condition, freeze, ...rest } = rule;
  return {
    ...rest,
    ...numbers,
    condition: { groupIds: condition.groupIds, firstSeenBefore: isoOrNull(condition.firstSeenBefore) },
    freeze: freeze && { from: toIso(freeze.from), until: toIso(freeze.until) },
    changedAt: isoOrNull(changedAt),
    reviewedAt: review ? toIso(review.at) : null,
    reviewedBy: review?.by ?? null,
  };
}

const KEPT: Readonly<Record<KeptBecause, string>> = {
  active: 'Active',
  unknown: 'Activity is unknown',
  'not-covered': 'Silence was not watched long enough',
  'too-new': 'Known for less than the threshold',
  'in-grace': 'New: within the grace period',
  administrator: 'Administrators',
  protected: 'Protected',
  'out-of-condition': 'Outside the condition',
  'counted-only': 'The rule only counts usage',
  'no-activity-kept': 'No activity ever seen, and the rule keeps those',
  excluded: 'Excluded',
};

function previewView({ rule, kept, ...numbers }: RulePreview, models: readonly SoftwareModel[]): Page.RulePreview {
  return {
    ...numbers,
    kept: kept.map(({ because, seats }) => ({ because: KEPT[because], seats })),
    savings: monthlyCost([{ roleKey: rule.roleKey, seats: numbers.candidates }], models),
  };
}
