import type { RuleSettings } from '../../src/domain/reclamation-rule';
import { confirmReclamationRule, saveReclamationRule } from '../../src/usecases/reclamation-rules';
import { ok, SOFTWARE } from './company';
import { CALLER } from './decided';
import type { World } from './world';

/** Changes a rule as an administrator would, who confirms it too. */
export async function changeRule(
  { ports }: World,
  profileId: string,
  change: Partial<RuleSettings>,
  roleKey = SOFTWARE,
) {
  const rule = (await ports.rules.list(profileId)).find((each) => each.roleKey === roleKey);
  if (!rule) throw new Error('no rule');
  const { name, activityBasis, lastActivityThresholdDays, includeNoActivity, createCandidates } = rule;
  const { newAccountGraceDays, maxSeatsPerRun, maxPercentPerRun, condition, cadence, mode } = rule;
  const { protectedAccountIds, protectedGroupIds } = rule;
  const judged = { name, activityBasis, lastActivityThresholdDays, includeNoActivity, createCandidates };
  const limits = { newAccountGraceDays, maxSeatsPerRun, maxPercentPerRun, condition, cadence, mode };
  const settings = { ...judged, ...limits, protectedAccountIds, protectedGroupIds, ...change };
  const input = { profileId, ruleId: rule.id, caller: CALLER };
  const { revision } = ok(await saveReclamationRule({ ...input, revision: rule.revision, settings }, ports));
  ok(await confirmReclamationRule({ ...input, revision }, ports));
}
