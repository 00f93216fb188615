import type { IntegrationProfile } from '../../domain/integration-profile';
import { labeled } from '../../domain/software-model';
import type { Ports } from '../../ports/ports';
import type { ProfileView } from '../../shared/contract';
import { deleteProfile, previewDelete } from '../../usecases/delete-profile';
import { listJiraGroups } from '../../usecases/list-jira-groups';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from '../../usecases/outcome';
import { estimateActivityFrom, previewPublish } from '../../usecases/preview-publish';
import { publishProfile } from '../../usecases/publish-profile';
import { saveProfile } from '../../usecases/save-profile';
import { validateConnection } from '../../usecases/validate-connection';
import { activityEstimateView, publishPreviewView } from '../estimate-views';
import { profileView } from '../views';
import { mapOutcome, type Caller, type Operations } from './operation';

export const profileOperations: Operations<
  | 'listProfiles'
  | 'getProfile'
  | 'saveProfile'
  | 'validateConnection'
  | 'publishProfile'
  | 'previewPublish'
  | 'estimateActivity'
  | 'previewDelete'
  | 'deleteProfile'
  | 'listJiraGroups'
> = {
  listProfiles: async (_input, { cloudId }, ports) => {
    const profiles = await ports.profiles.list();
    return done({ profiles: profiles.map((profile) => profileView(profile, cloudId, profiles[0]?.id)) });
  },
  getProfile: async ({ profileId }, caller, ports) => {
    const profile = await ports.profiles.find(profileId);
    return showProfile(profile ? done(profile) : refuse('not-found', NO_SUCH_PROFILE), caller, ports);
  },
  saveProfile: async (input, caller, ports) => {
    const { profileId, revision, lookBackConfirmed = false, connectionName, analyzeFrom, ...rest } = input;
    const settings = {
      ...rest,
      connectionName: connectionName ?? `${input.displayName.trim()} connection`,
      analyzeFrom: Date.parse(analyzeFrom),
    };
    const outcome = await saveProfile(
      { profileId, revision, settings, lookBackConfirmed, caller: caller.accountId },
      ports,
    );
    return showProfile(outcome, caller, ports);
  },
  validateConnection: async ({ profileId }, caller, ports) =>
    showProfile(await validateConnection({ profileId, caller: caller.accountId }, ports), caller, ports),
  publishProfile: async (input, caller, ports) =>
    showProfile(await publishProfile({ ...input, caller: caller.accountId }, ports), caller, ports),
  previewPublish: async (input, _caller, ports) => mapOutcome(await previewPublish(input, ports), publishPreviewView),
  estimateActivity: async ({ analyzeFrom }, _caller, ports) =>
    done(activityEstimateView(await estimateActivityFrom(Date.parse(analyzeFrom), ports))),
  previewDelete: (input, _caller, ports) => previewDelete(input, ports),
  deleteProfile: (input, { accountId }, ports) => deleteProfile({ ...input, caller: accountId }, ports),
  listJiraGroups: async (_input, _caller, ports) => {
    const [{ groups, roles }, models] = await Promise.all([listJiraGroups(ports), ports.models.list()]);
    const named = roles.map((role) => labeled(role, models));
    return done({ groups, roles: named.map(({ key, name, seats, usedSeats }) => ({ key, name, seats, usedSeats })) });
  },
};

/** The oldest profile uses the parent connection. */
export async function showProfile(
  outcome: Outcome<IntegrationProfile>,
  { cloudId }: Caller,
  ports: Pick<Ports, 'profiles'>,
): Promise<Outcome<ProfileView>> {
  if (!outcome.ok) return outcome;
  const [first] = await ports.profiles.list();
  return done(profileView(outcome.value, cloudId, first?.id));
}
