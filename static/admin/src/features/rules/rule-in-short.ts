import type { ReclamationRuleView } from '../../../../../src/shared/contract';
import { answerTimeOf } from '../../components/answer-time';
import type { Format } from '../../components/format';
import { daysOf } from './freeze-days';
import { CADENCES, wordsFor } from './rule-words';

/** Whether a rule proposes people, and when; or only counts. */
export function modeOf({ createCandidates, mode, cadence, wouldPropose }: ReclamationRuleView, format: Format): string {
  if (!createCandidates) return 'Only counts usage';
  if (mode === 'preview')
    return `Only previews: would propose ${format.count(wouldPropose, 'person more', 'people more')}`;
  return `Proposes people ${wordsFor(CADENCES, cadence).label.toLowerCase()}`;
}

export function asksFirst(rule: ReclamationRuleView, format: Format) {
  if (!rule.createCandidates) return '';
  return rule.notifyUser ? `Asks them by mail ${answerTimeOf(rule, format)} before` : 'Asks nobody first';
}

/** Whom the rule spares; its condition spares whoever it does not look at. */
export function protectionsOf(rule: ReclamationRuleView, format: Format): readonly string[] {
  const { protectedAccountIds, protectedGroupIds, newAccountGraceDays, condition } = rule;
  const people = protectedAccountIds.length;
  const groups = protectedGroupIds.length;
  const lines = [
    ...(people > 0 ? [format.count(people, 'person', 'people')] : []),
    ...(groups > 0 ? [format.count(groups, 'group', 'groups')] : []),
    ...(newAccountGraceDays > 0 ? [`Seats under ${format.count(newAccountGraceDays, 'day', 'days')}`] : []),
    ...(rule.includeNoActivity ? [] : ['People never seen']),
    ...(condition.groupIds.length > 0 || condition.firstSeenBefore ? ['Seats outside its condition'] : []),
  ];
  return lines.length > 0 ? lines : ['Nobody'];
}

/** How much one day may take, of which the smaller counts, and from where on somebody else has to approve. */
export function limitsOf(
  { maxSeatsPerRun, maxPercentPerRun, secondPersonAbove: above, freeze }: ReclamationRuleView,
  format: Format,
): readonly string[] {
  return [
    format.count(maxSeatsPerRun, 'seat', 'seats'),
    `${format.number(maxPercentPerRun)} % of all`,
    ...(above === null ? [] : [`A second person above ${format.number(above)}`]),
    ...(freeze ? [`Nobody ${format.sentence(daysInShort(daysOf(freeze)))}`] : []),
  ];
}

function daysInShort({ from, last }: ReturnType<typeof daysOf>): string {
  return from === last ? `on ${from}` : `from ${from} to ${last}`;
}
