import type { CandidateRow, ReclaimResult } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Facts } from '../../components/layout';
import { impactOf } from './impact';
import { totalSavings } from './total-savings';
import { usePreviews } from './use-previews';

/** So many are checked in Jira before a batch is confirmed. */
export const PREVIEWED = 25;

/** What a removal comes to, before it is confirmed: from the people who were checked, everybody when they are few. */
export function ImpactSummary({ people }: { readonly people: readonly CandidateRow[] }) {
  const format = useFormat();
  const previews = usePreviews(people.slice(0, PREVIEWED));
  const checked = previews.flatMap(({ data }): ReclaimResult[] => (data ? [data] : []));
  const impact = impactOf(people, checked);
  const savings = totalSavings(people, previews);
  const isSample = checked.length < people.length;
  const of = isSample ? `of the ${format.number(checked.length)} checked so far` : 'of all checked';
  return (
    <Facts
      facts={[
        { term: 'Seats', value: format.number(people.length) },
        { term: 'People', value: format.number(impact.people) },
        { term: `Groups they leave, ${of}`, value: impact.groups.join(', ') || 'None yet' },
        { term: `Other apps they lose, ${of}`, value: impact.alsoLoses.join(', ') || 'None' },
        { term: `Keep their seat, ${of}`, value: format.number(impact.kept) },
        { term: 'Savings', value: savings ? `${format.money(savings)} a month` : 'Not known yet' },
      ]}
    />
  );
}
