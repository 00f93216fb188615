import type { CandidateRow, ReclaimResult } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Facts } from '../../components/layout';
import { Section } from '../../components/section';
import { impactOf } from './impact';
import { savingsOf } from './total-savings';
import { usePreviews } from './use-previews';
import { useUnitCosts } from './use-unit-costs';

/** So many are checked in Jira before a batch is confirmed. */
export const PREVIEWED = 25;

/** What a removal comes to, before it is confirmed: from the people who were checked, everybody when they are few. */
export function ImpactSummary({ people }: { readonly people: readonly CandidateRow[] }) {
  const format = useFormat();
  const previews = usePreviews(people.slice(0, PREVIEWED));
  const checked = previews.flatMap(({ data }): ReclaimResult[] => (data ? [data] : []));
  const impact = impactOf(people, checked);
  const savings = savingsOf(impact.leaving, useUnitCosts());
  const isSample = checked.length < people.length;
  const saved = savings ? `${format.money(savings)} a month` : 'Not known';
  const basis = isSample
    ? `From a sample: ${format.number(checked.length)} of ${format.count(people.length, 'seat', 'seats')} checked in Jira just now. Everybody is checked right before their removal.`
    : 'Everybody here was checked in Jira just now.';
  return (
    <Section title="Impact" description={basis} isCard>
      <Facts
        facts={[
          { term: 'Seats', value: format.number(people.length) },
          { term: 'People', value: format.number(impact.people) },
          { term: 'Groups they leave', value: impact.groups.join(', ') || 'None yet' },
          { term: 'Other apps they lose', value: impact.alsoLoses.join(', ') || 'None' },
          ...(impact.asked > 0 ? [{ term: 'Asked first by mail', value: format.number(impact.asked) }] : []),
          { term: 'Keep their seat', value: format.number(impact.kept) },
          { term: 'Savings', value: isSample && savings ? `Up to ${saved}` : saved },
        ]}
      />
    </Section>
  );
}
