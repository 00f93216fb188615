import { toIso } from '../../domain/instant';
import type { ExclusionRule } from '../../domain/exclusion-rule';
import type { ExclusionView } from '../../shared/contract';
import { deleteExclusion, saveExclusion } from '../../usecases/exclusions';
import { done } from '../../usecases/outcome';
import { mapOutcome, type Operations } from './operation';

export const exclusionOperations: Operations<'listExclusions' | 'saveExclusion' | 'deleteExclusion'> = {
  listExclusions: async (_input, _caller, ports) => done({ rules: (await ports.exclusions.list()).map(exclusionView) }),
  saveExclusion: async ({ target, active, revision }, { accountId }, ports) =>
    mapOutcome(await saveExclusion({ target, active, revision, caller: accountId }, ports), exclusionView),
  deleteExclusion: (input, { accountId }, ports) => deleteExclusion({ ...input, caller: accountId }, ports),
};

function exclusionView(rule: ExclusionRule): ExclusionView {
  return { ...rule, createdAt: toIso(rule.createdAt), changedAt: toIso(rule.changedAt) };
}
