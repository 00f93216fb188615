import type { Instant, ReclamationRuleView } from '../../../../../../src/shared/contract';
import { DAY_MS } from '../../../components/day';

/** Rules whose threshold reaches back before the start of the analysis, with the day from which they can judge. */
export function rulesBeyond(
  rules: readonly ReclamationRuleView[],
  analyzeFrom: Instant,
  now: number,
): readonly { readonly rule: ReclamationRuleView; readonly coveredFrom: Instant }[] {
  const from = Date.parse(analyzeFrom);
  return rules
    .map((rule) => ({ rule, covered: from + rule.lastActivityThresholdDays * DAY_MS }))
    .filter(({ covered }) => covered > now)
    .map(({ rule, covered }) => ({ rule, coveredFrom: new Date(covered).toISOString() }));
}
