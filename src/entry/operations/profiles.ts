import { listJiraGroups } from '../../usecases/list-jira-groups';
import { done, NO_SUCH_PROFILE, refuse } from '../../usecases/outcome';
import { publishProfile } from '../../usecases/publish-profile';
import { saveProfile } from '../../usecases/save-profile';
import { validateConnection } from '../../usecases/validate-connection';
import { profileView } from '../views';
import { mapOutcome, type Operations } from './operation';

export const profileOperations: Operations<
  | 'listProfiles'
  | 'getProfile'
  | 'saveProfile'
  | 'validateConnection'
  | 'publishProfile'
  | 'listJiraGroups'
  | 'listReclamationRules'
> = {
  listProfiles: async (_input, { cloudId }, ports) => {
    const profiles = await ports.profiles.list();
    return done({ profiles: profiles.map((profile) => profileView(profile, cloudId)) });
  },
  getProfile: async ({ profileId }, { cloudId }, ports) => {
    const profile = await ports.profiles.find(profileId);
    return profile ? done(profileView(profile, cloudId)) : refuse('not-found', NO_SUCH_PROFILE);
  },
  saveProfile: async ({ profileId, revision, analyzeFrom, ...settings }, { accountId, cloudId }, ports) => {
    const wanted = { ...settings, analyzeFrom: Date.parse(analyzeFrom) };
    const outcome = await saveProfile({ profileId, revision, settings: wanted, caller: accountId }, ports);
    return mapOutcome(outcome, (profile) => profileView(profile, cloudId));
  },
  validateConnection: async ({ profileId }, { accountId, cloudId }, ports) => {
    const outcome = await validateConnection({ profileId, caller: accountId }, ports);
    return mapOutcome(outcome, (profile) => profileView(profile, cloudId));
  },
  publishProfile: async ({ profileId, revision }, { accountId, cloudId }, ports) => {
    const outcome = await publishProfile({ profileId, revision, caller: accountId }, ports);
    return mapOutcome(outcome, (profile) => profileView(profile, cloudId));
  },
  listJiraGroups: async (_input, _caller, ports) => {
    const { groups, roles } = await listJiraGroups(ports);
    return done({ groups, roles: roles.map(({ key, name, seats, usedSeats }) => ({ key, name, seats, usedSeats })) });
  },
  listReclamationRules: async ({ profileId }, _caller, ports) => {
    const rules = await ports.rules.list(profileId);
    return done({
      rules: rules.map(({ id, name, roleKey, lastActivityThresholdDays, automatic }) => ({
        id,
        name,
        roleKey,
        lastActivityThresholdDays,
        automatic,
      })),
    });
  },
};
