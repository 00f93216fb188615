import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useNavigate } from 'react-router-dom';
import type { ProfileView, ValidationView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { DataTable, type Column } from '../../components/data-table';
import { Loaded } from '../../components/loaded';
import { Moment } from '../../components/moment';
import { Page } from '../../components/page';
import { RoleNotice, useMay } from '../../components/role-notice';
import { RouteLink } from '../../components/route-link';
import { TableSkeleton } from '../../components/skeletons';
import { ProfileLozenge } from '../../components/state-lozenges';

const COLUMNS: readonly Column<ProfileView>[] = [
  {
    key: 'name',
    header: 'Display name',
    cell: ({ id, displayName }) => <RouteLink to={`/profiles/${id}`}>{displayName}</RouteLink>,
  },
  { key: 'status', header: 'Status', cell: ({ status }) => <ProfileLozenge status={status} /> },
  { key: 'type', header: 'Profile type', cell: ({ profileType }) => profileType },
  { key: 'groups', header: 'Groups', isNumber: true, cell: ({ groupIds }) => groupIds.length },
  {
    key: 'validated',
    header: 'Connection checked',
    cell: ({ validation }) =>
      validation ? (
        <>
          {`${checkText(validation)}, `}
          <Moment at={validation.at} />
        </>
      ) : (
        'Not yet'
      ),
  },
  { key: 'reclaim', header: 'Reclaim', cell: (profile) => reclaimText(profile) },
  {
    key: 'published',
    header: 'Published',
    cell: ({ publishedAt }) => (publishedAt ? <Moment at={publishedAt} /> : 'Not yet'),
  },
];

function checkText({ stale, ok, probes }: ValidationView): string {
  if (stale) return 'Changed since';
  if (!ok) return 'Failed';
  return probes.some(({ limited }) => limited) ? 'Limited' : 'Passed';
}

function reclaimText({ status, reclaim, reclaimLock, operator }: ProfileView): string {
  if (!reclaim) return 'Off';
  if (status === 'Draft') return 'After publishing';
  if (reclaimLock) return 'Locked';
  return operator && operator.problem === null ? 'On' : 'On, without operator';
}

/** Every integration profile with its status. */
export default function ProfilesPage() {
  const profiles = useAnswer('listProfiles', {});
  const navigate = useNavigate();
  const mayChange = useMay('integrator') === true;
  const create = (
    <Button appearance="primary" isDisabled={!mayChange} onClick={() => navigate('/profiles/new')}>
      New profile
    </Button>
  );
  return (
    <Page
      title="Integration profiles"
      lead="A profile says which groups are read, from when activity counts, and whether seats may be taken back."
      {...(profiles.data?.profiles.length === 0 ? {} : { actions: create })}
    >
      <RoleNotice role="integrator" />
      <Loaded query={profiles} skeleton={<TableSkeleton rows={3} columns={6} />}>
        {({ profiles: all }) =>
          all.length === 0 ? (
            <EmptyState
              header="No profile yet"
              headingLevel={2}
              description="Your profile appears here with its status and its last check, once you have saved one."
              primaryAction={create}
            />
          ) : (
            <DataTable label="Integration profiles" columns={COLUMNS} rows={all} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
    </Page>
  );
}
