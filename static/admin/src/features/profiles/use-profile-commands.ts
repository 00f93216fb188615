import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Input, Operation, Output, ProfileView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { call, failureOf } from '../../api/call';
import { startReading } from '../../components/browser-download/current-reading';

export type ProfileCommands = ReturnType<typeof useProfileCommands>;

/** Everything that changes a profile, with the caches that follow from it. */
export function useProfileCommands(adopt: (saved: ProfileView) => void) {
  const keep = useKeep();
  const save = useProfileCommand('saveProfile', (profile) => {
    adopt(profile);
    keep(profile);
    const isDraft = profile.status === 'Draft';
    tell('success', `${profile.displayName} is saved`, isDraft ? 'It is a draft until you publish it.' : '');
  });
  const validate = useProfileCommand('validateConnection', (profile) => {
    keep(profile);
    if (!profile.validation?.ok)
      tell('warning', 'The connection has a problem', 'See what can’t be read and how to mend it.');
    else if (profile.validation.probes.some(({ limited }) => limited))
      tell('warning', 'The connection works with limits', 'See what can’t be seen and what that means.');
    else tell('success', 'The connection works', 'Everything the profile needs can be read.');
  });
  const publish = useProfileCommand('publishProfile', (profile, { readHere }) => {
    keep(profile);
    if (readHere) startReading(profile.id);
    tell('success', `${profile.displayName} is published`, 'The first download has started.');
  });
  const authorize = useProfileCommand('authorizeOperator', (profile) => {
    keep(profile);
    tell('success', 'You are the reclaim operator', `Seats of ${profile.displayName} are taken back in your name.`);
  });
  const revoke = useProfileCommand('revokeOperator', (profile) => {
    keep(profile);
    tell('success', 'The reclaim operator is revoked', 'Nothing is taken back in the background from now on.');
  });
  return { save, validate, publish, authorize, revoke };
}

/** Deletes a profile; `done` leads away from it. */
export function useDeleteProfile(profile: ProfileView, done: () => void) {
  const client = useQueryClient();
  return useProfileCommand('deleteProfile', () => {
    done();
    tell('success', `${profile.displayName} is deleted`, 'Its data is being removed. Its reclamation rules are kept.');
    void client.invalidateQueries({
      predicate: ({ queryKey: [name] }) => name !== 'getProfile' && name !== 'person' && name !== 'getSession',
    });
  });
}

/** Makes an answered profile what the pages show, and reads again what depends on it. */
function useKeep(): (profile: ProfileView) => void {
  const client = useQueryClient();
  return (profile) => {
    client.setQueryData(['getProfile', { profileId: profile.id }], profile);
    for (const stale of ['listProfiles', 'getOverview', 'listJobs', 'listJobRuns', 'getCandidate'])
      void client.invalidateQueries({ queryKey: [stale] });
  };
}

type OnProfile = Extract<
  Operation,
  'saveProfile' | 'validateConnection' | 'publishProfile' | 'authorizeOperator' | 'revokeOperator' | 'deleteProfile'
>;

/** When somebody else was faster, their version is read, so that the difference can be shown. */
function useProfileCommand<Name extends OnProfile>(
  operation: Name,
  done: (value: Output<Name>, input: Input<Name>) => void,
) {
  const client = useQueryClient();
  return useMutation<Output<Name>, Error, Input<Name>>({
    mutationFn: (input) => call(operation, input),
    onSuccess: done,
    onError: (error) => {
      if (isConflict(error)) void client.invalidateQueries({ queryKey: ['getProfile'] });
    },
  });
}

/** Whether an operation was refused because somebody else changed the record first. */
export function isConflict(error: unknown): boolean {
  return Boolean(error) && failureOf(error).code === 'conflict';
}
