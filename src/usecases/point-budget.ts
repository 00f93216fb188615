import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { budgetProblem, nextHour, type PointBudget } from '../domain/point-budget';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';

/** How much of this hour's budget the jobs have used, and when the next hour begins. */
export interface BudgetUse extends PointBudget {
  readonly spentThisHour: number;
  readonly resetsAt: Instant;
}

type Reads = Pick<Ports, 'settings' | 'ledger' | 'clock'>;

export async function readPointBudget({ settings, ledger, clock }: Reads): Promise<BudgetUse> {
  const [budget, spentThisHour] = await Promise.all([settings.findPointBudget(), ledger.spentThisHour()]);
  return { ...budget, spentThisHour, resetsAt: nextHour(clock.now()) };
}

/** Changes what background work may use an hour; work that starts from now on is held to it. */
export async function savePointBudget(
  { caller, ...wanted }: PointBudget & { readonly caller: AccountId },
  ports: Reads & Pick<Ports, 'evidence'>,
): Promise<Outcome<BudgetUse>> {
  const problem = budgetProblem(wanted.budgetPoints);
  if (problem) return refuse('bad-input', problem, [{ field: 'budgetPoints', problem }]);
  try {
    const before = await ports.settings.findPointBudget();
    const { budgetPoints } = await ports.settings.replacePointBudget(wanted);
    await ports.evidence.append({
      kind: 'point-budget-saved',
      at: ports.clock.now(),
      by: caller,
      subject: null,
      candidate: null,
      text: `Point budget changed from ${before.budgetPoints} to ${budgetPoints} points an hour.`,
      details: { before: before.budgetPoints, budgetPoints },
    });
    return done(await readPointBudget(ports));
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', 'Somebody else changed the point budget. Look at it again and make your change anew.');
  }
}
