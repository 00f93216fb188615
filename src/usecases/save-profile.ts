import {
  checkSettings,
  editProfile,
  type IntegrationProfile,
  type ProfileSettings,
} from '../domain/integration-profile';
import type { AccountId, ProfileId } from '../domain/identifiers';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { listJiraGroups } from './list-jira-groups';
import { CHANGED_MEANWHILE, done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';

export interface SaveProfile {
  /** Undefined makes a new profile. */
  readonly profileId: ProfileId | undefined;
  readonly revision: number | undefined;
  readonly settings: ProfileSettings;
  readonly lookBackConfirmed: boolean;
  readonly caller: AccountId;
}

type Needs = Pick<Ports, 'profiles' | 'directory' | 'settings' | 'clock' | 'ids' | 'evidence'>;

/** Creates or changes an integration profile. A new one is a draft. Two people editing: the second save is refused. */
export async function saveProfile(input: SaveProfile, ports: Needs): Promise<Outcome<IntegrationProfile>> {
  const all = await ports.profiles.list();
  const previous = all.find((profile) => profile.id === input.profileId);
  if (input.profileId !== undefined && !previous) return refuse('not-found', NO_SUCH_PROFILE);
  if (previous && previous.revision !== input.revision) return refuse('conflict', CHANGED_MEANWHILE);

  const now = ports.clock.now();
  const others = all.filter((profile) => profile.id !== input.profileId);
  const { groups } = await listJiraGroups(ports);
  const { settings, lookBackConfirmed } = input;
  const problems = checkSettings(settings, { previous, others, now, lookBackConfirmed, groups });
  if (problems.length > 0) return refuse('bad-input', 'Some fields need your attention.', problems);

  try {
    const saved = previous
      ? await ports.profiles.replace(editProfile(previous, settings, now))
      : await createDraft(settings, ports);
    await ports.evidence.append({
      kind: previous?.status === 'Published' && saved.status === 'Draft' ? 'profile-unpublished' : 'profile-saved',
      at: now,
      by: input.caller,
      subject: null,
      candidate: null,
      text: `Integration profile ${previous ? 'changed' : 'created'}; it is ${saved.status}.`,
      details: { profileId: saved.id, revision: saved.revision, ...settings },
    });
    return done(saved);
  } catch (error) {
    if (isFailure(error, 'store-conflict')) return refuse('conflict', CHANGED_MEANWHILE);
    throw error;
  }
}

async function createDraft(settings: ProfileSettings, ports: Needs): Promise<IntegrationProfile> {
  const now = ports.clock.now();
  const profile: IntegrationProfile = {
    ...settings,
    displayName: settings.displayName.trim(),
    connectionName: settings.connectionName.trim(),
    id: ports.ids.next(),
    revision: 1,
    status: 'Draft',
    reclaimOperator: null,
    operatorAuthorizedAt: null,
    operatorCheck: null,
    validation: null,
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
    deletingSince: null,
  };
  await ports.profiles.create(profile);
  return profile;
}
