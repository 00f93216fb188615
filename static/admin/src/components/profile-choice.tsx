import type { ReactNode } from 'react';
import EmptyState from '@atlaskit/empty-state';
import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ProfileView } from '../../../../src/shared/contract';
import { useAnswer } from '../api/queries';
import { Loaded } from './loaded';
import styles from './profile-choice.module.css';
import { TableSkeleton } from './skeletons';

/** Gives its children the profile that the address names, or the first published one. */
export function ChosenProfile({ children }: { readonly children: (profile: ProfileView) => ReactNode }) {
  const [params] = useSearchParams();
  const profiles = useAnswer('listProfiles', {});
  return (
    <Loaded query={profiles} skeleton={<TableSkeleton />}>
      {({ profiles: all }) => {
        const wanted = all.find(({ id }) => id === params.get('profile'));
        const profile = wanted ?? all.find(({ status }) => status === 'Published') ?? all[0];
        return profile ? children(profile) : <NoProfile />;
      }}
    </Loaded>
  );
}

/** Switches between profiles; nothing where there is only one. */
export function ProfileSwitch({ current }: { readonly current: ProfileView }) {
  const [params, setParams] = useSearchParams();
  const profiles = useAnswer('listProfiles', {}).data?.profiles ?? [];
  if (profiles.length < 2) return null;
  const options = profiles.map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <div className={styles.switch}>
      <Select
        label="Integration profile"
        spacing="compact"
        options={options}
        value={options.find(({ value }) => value === current.id) ?? null}
        onChange={(option) => {
          if (!option) return;
          params.set('profile', option.value);
          setParams(params);
        }}
      />
    </div>
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
