import { useMemo, type ReactNode } from 'react';
import EmptyState from '@atlaskit/empty-state';
import Button from '@atlaskit/button/new';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ProfileView } from '../../../../src/shared/contract';
import { useAnswer } from '../api/queries';
import { listedProfiles } from './listed-profiles';
import { Loaded } from './loaded';
import { TableSkeleton } from './skeletons';

export interface ProfilesProps {
  readonly all: readonly ProfileView[];
  /** The one that the address names, or all published ones. */
  readonly listed: readonly ProfileView[];
}

/** Gives its children the profiles that the address asks for; where there are none, what to do. */
export function ListedProfiles({ children }: { readonly children: (profiles: ProfilesProps) => ReactNode }) {
  const [params] = useSearchParams();
  const query = useAnswer('listProfiles', {});
  const wanted = params.get('profile');
  const all = query.data?.profiles;
  const listed = useMemo(() => listedProfiles(all ?? [], wanted), [all, wanted]);
  return (
    <Loaded query={query} skeleton={<TableSkeleton />}>
      {({ profiles }) => (profiles.length > 0 ? children({ all: profiles, listed }) : <NoProfile />)}
    </Loaded>
  );
}

/** What to do while no profile exists. */
export function NoProfile() {
  const navigate = useNavigate();
  return (
    <EmptyState
      header="Nothing is set up yet"
      headingLevel={2}
      description="Subscriptions and removal candidates appear here once an integration profile is published. The guided start takes a few minutes."
      primaryAction={
        <Button appearance="primary" onClick={() => navigate('/overview')}>
          Start setup
        </Button>
      }
    />
  );
}
