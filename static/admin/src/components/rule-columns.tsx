import type { ReclamationRuleView, RoleKey } from '../../../../src/shared/contract';
import type { Column } from './data-table';
import type { Format } from './format';
import { RouteLink } from './route-link';
import { RuleLozenge } from './state-lozenges';

/** What every list of reclamation rules shows first. */
export function ruleColumns(
  format: Format,
  nameOf: (roleKey: RoleKey) => string,
): readonly Column<ReclamationRuleView>[] {
  return [
    {
      key: 'name',
      header: 'Name',
      cell: ({ name, profileId, roleKey }) => (
        <RouteLink to={`/rules/${encodeURIComponent(profileId)}/${encodeURIComponent(roleKey)}`}>{name}</RouteLink>
      ),
    },
    { key: 'state', header: 'State', cell: (rule) => <RuleLozenge rule={rule} /> },
    { key: 'applies', header: 'Applies to', cell: ({ roleKey }) => nameOf(roleKey) },
    {
      key: 'threshold',
      header: 'Threshold',
      cell: ({ lastActivityThresholdDays }) => format.count(lastActivityThresholdDays, 'day', 'days'),
    },
  ];
}
