import { toIso } from '../../domain/instant';
import { LEAST_HOURLY_BUDGET, MOST_HOURLY_BUDGET, SUGGESTED_HOURLY_BUDGET } from '../../domain/point-budget';
import type { PointBudgetView } from '../../shared/contract';
import { done } from '../../usecases/outcome';
import { readPointBudget, savePointBudget, type BudgetUse } from '../../usecases/point-budget';
import { mapOutcome, type Operations } from './operation';

export const pointBudgetOperations: Operations<'getPointBudget' | 'savePointBudget'> = {
  getPointBudget: async (_input, _caller, ports) => done(budgetView(await readPointBudget(ports))),
  savePointBudget: async (input, { accountId }, ports) =>
    mapOutcome(await savePointBudget({ ...input, caller: accountId }, ports), budgetView),
};

function budgetView({ budgetPoints, revision, spentThisHour, resetsAt }: BudgetUse): PointBudgetView {
  return {
    budgetPoints,
    revision,
    spentThisHour,
    resetsAt: toIso(resetsAt),
    minimum: LEAST_HOURLY_BUDGET,
    maximum: MOST_HOURLY_BUDGET,
    suggested: SUGGESTED_HOURLY_BUDGET,
  };
}
