import { useQueryClient } from '@tanstack/react-query';
import type { ProfileView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';

/** Save, validate and publish, with the caches that follow from each. */
export function useProfileCommands(saved: (profile: ProfileView) => void) {
  const client = useQueryClient();

  function keep(profile: ProfileView): void {
    client.setQueryData(['getProfile', { profileId: profile.id }], profile);
    for (const stale of ['listProfiles', 'getOverview', 'listJobs', 'listJobRuns'])
      void client.invalidateQueries({ queryKey: [stale] });
  }

  const save = useCommand('saveProfile', (profile) => {
    keep(profile);
    tell(
      'success',
      `${profile.displayName} is saved`,
      profile.status === 'Draft' ? 'It is a draft until you publish it.' : '',
    );
    saved(profile);
  });
  const validate = useCommand('validateConnection', (profile) => {
    keep(profile);
    if (profile.validation?.ok) tell('success', 'The connection works', 'Everything the profile needs can be read.');
    else tell('warning', 'The connection has a problem', 'See what can’t be read and how to mend it.');
  });
  const publish = useCommand('publishProfile', (profile) => {
    keep(profile);
    tell('success', `${profile.displayName} is published`, 'The first download has started.');
  });
  return { save, validate, publish };
}
