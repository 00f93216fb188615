import type { ReclamationRuleView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import { RuleLozenge } from '../../components/state-lozenges';
import { BASES, CADENCES, wordsFor } from './rule-words';
import { When } from './when';

/** The rules, what they decide by and what they have proposed. */
export function RulesTable({ rules }: { readonly rules: readonly ReclamationRuleView[] }) {
  const format = useFormat();
  const roles = useAnswer('listJiraGroups', {}).data?.roles ?? [];
  const columns: readonly Column<ReclamationRuleView>[] = [
    {
      key: 'name',
      header: 'Name',
      cell: ({ name, profileId, roleKey }) => (
        <RouteLink to={`/rules/${encodeURIComponent(profileId)}/${encodeURIComponent(roleKey)}`}>{name}</RouteLink>
      ),
    },
    { key: 'state', header: 'State', cell: (rule) => <RuleLozenge rule={rule} /> },
    {
      key: 'applies',
      header: 'Applies to',
      cell: ({ roleKey }) => roles.find(({ key }) => key === roleKey)?.name ?? roleKey,
    },
    {
      key: 'threshold',
      header: 'Threshold',
      cell: (rule) => format.count(rule.lastActivityThresholdDays, 'day', 'days'),
    },
    { key: 'basis', header: 'Counts', cell: ({ activityBasis }) => wordsFor(BASES, activityBasis).label },
    { key: 'cadence', header: 'Opens', cell: ({ cadence }) => wordsFor(CADENCES, cadence).label },
    { key: 'candidates', header: 'Open candidates', isNumber: true, cell: (rule) => <Candidates rule={rule} /> },
    {
      key: 'changed',
      header: 'Last change',
      cell: ({ changedAt, changedBy }) => (changedAt ? <When at={changedAt} by={changedBy} /> : 'As published'),
    },
  ];
  return <DataTable label="Reclamation rules" columns={columns} rows={rules} rowKey={({ id }) => id} />;
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
