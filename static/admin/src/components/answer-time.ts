import type { RuleSettings } from '../../../../src/shared/contract';
import type { Format } from './format';

/** `14 days`, `5 working days`: how long people have to answer. */
export function answerTimeOf(
  { daysBeforeAutoReclamation: days, answerDays }: Pick<RuleSettings, 'daysBeforeAutoReclamation' | 'answerDays'>,
  format: Format,
): string {
  return answerDays === 'all' ? format.count(days, 'day', 'days') : format.count(days, 'working day', 'working days');
}
