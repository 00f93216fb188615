import Lozenge from '@atlaskit/lozenge';
import type { SubscriptionRow, SubscriptionTable } from '../../../../../src/shared/contract';
import { ActivityText } from '../../components/activity-text';
import { GroupTags } from '../../components/group-tags';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { CandidateLozenge } from '../../components/state-lozenges';
import type { VirtualColumn } from '../../components/virtual-table';
import { EXCLUDED } from './exclusion-text';
import { PersonLink } from './person-link';

const GROUPS_SHOWN = 1;

/** The columns of the subscription table. */
export function columns(table: SubscriptionTable): readonly VirtualColumn<SubscriptionRow>[] {
  return [
    {
      key: 'person',
      header: 'Person',
      width: 'minmax(170px, 2fr)',
      isSortable: true,
      cell: ({ accountId }) => (
        <PersonLink accountId={accountId}>
          <Person accountId={accountId} />
        </PersonLink>
      ),
    },
    {
      key: 'app',
      header: 'App',
      width: 'minmax(120px, 1fr)',
      isSortable: true,
      cell: ({ role }) => table.roles[role]?.name ?? 'Unknown app',
    },
    {
      key: 'groups',
      header: 'Groups',
      width: 'minmax(170px, 1.5fr)',
      isSortable: true,
      cell: ({ groups }) => (
        <GroupTags
          names={groups.map((index) => table.groups[index]?.name ?? 'Unknown group')}
          limit={GROUPS_SHOWN}
          isOneLine
        />
      ),
    },
    {
      key: 'activity',
      header: 'Last activity',
      width: 'minmax(220px, 1.4fr)',
      isSortable: true,
      cell: ({ activity }) => <ActivityText activity={activity} />,
    },
    {
      key: 'inactive',
      header: 'Inactive days',
      width: '130px',
      isNumber: true,
      isSortable: true,
      cell: ({ inactiveDays }) => inactiveDays ?? '–',
    },
    {
      key: 'state',
      header: 'State',
      width: 'minmax(150px, 1fr)',
      isSortable: true,
      cell: ({ candidate, excludedBy }) =>
        excludedBy ? (
          <RouteLink to="/exclusions">
            <Lozenge>{EXCLUDED[excludedBy]}</Lozenge>
          </RouteLink>
        ) : candidate ? (
          <RouteLink to={`/removal-candidates/${candidate.number}`}>
            <CandidateLozenge state={candidate.state} />
          </RouteLink>
        ) : (
          'Not a candidate'
        ),
    },
  ];
}
