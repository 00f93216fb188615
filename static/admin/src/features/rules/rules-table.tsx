import type { ReclamationRuleView } from '../../../../../src/shared/contract';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat } from '../../components/format';
import { ruleColumns } from '../../components/rule-columns';
import { useAppNames } from '../../components/use-app-names';
import { When } from '../../components/when';
import { BASES, CADENCES, wordsFor } from './rule-words';

/** The rules, what they decide by and what they have proposed. */
export function RulesTable({
  label,
  rules,
}: {
  readonly label: string;
  readonly rules: readonly ReclamationRuleView[];
}) {
  const format = useFormat();
  const nameOf = useAppNames();
  const columns: readonly Column<ReclamationRuleView>[] = [
    ...ruleColumns(format, nameOf),
    { key: 'basis', header: 'Counts', cell: ({ activityBasis }) => wordsFor(BASES, activityBasis).label },
    { key: 'cadence', header: 'Opens', cell: ({ cadence }) => wordsFor(CADENCES, cadence).label },
    {
      key: 'notifies',
      header: 'Notifies',
      cell: ({ notifyUser, daysBeforeAutoReclamation: days }) =>
        notifyUser ? `${format.count(days, 'day', 'days')} before` : 'No',
    },
    {
      key: 'second',
      header: 'Second person',
      cell: ({ secondPersonAbove: above }) =>
        above === null ? 'Never' : above === 0 ? 'Every batch' : `Above ${format.count(above, 'seat', 'seats')}`,
    },
    { key: 'candidates', header: 'Open candidates', isNumber: true, cell: (rule) => <Candidates rule={rule} /> },
    {
      key: 'changed',
      header: 'Last change',
      cell: ({ changedAt, changedBy }) => (changedAt ? <When at={changedAt} by={changedBy} /> : 'As published'),
    },
  ];
  return <DataTable label={label} columns={columns} rows={rules} rowKey={({ id }) => id} />;
}

function Candidates({ rule }: { readonly rule: ReclamationRuleView }) {
  const format = useFormat();
  const preview =
    rule.mode === 'preview' && rule.createCandidates ? `would propose ${format.number(rule.wouldPropose)}` : '';
  return (
    <>
      {format.number(rule.openCandidates)}
      {preview ? ` (${preview})` : ''}
      {rule.held && rule.openCandidates === 0 ? ' (held)' : ''}
    </>
  );
}
