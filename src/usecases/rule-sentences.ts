import type { Coverage } from '../domain/activity';
import { utcDay } from '../domain/instant';
import type { ReclamationRule } from '../domain/reclamation-rule';

/** Why a rule proposes nobody although people are silent. */
export function notCovered(
  rule: Pick<ReclamationRule, 'name' | 'lastActivityThresholdDays'>,
  coverage: Coverage,
): string {
  return `“${rule.name}” waits for ${rule.lastActivityThresholdDays} days without activity, but activity is known only from ${utcDay(coverage.from)} to ${utcDay(coverage.to)}, so it proposes nobody.`;
}
