import { notFound, ok, Refusal } from '../door/answer';
import type { Call, Operation } from '../door/operation';
import { jiraTime } from '../represent/times';
import { requireJiraAdmin } from './require';

const serverInfo: Operation = {
  method: 'GET',
  path: '/rest/api/3/serverInfo',
  run({ state }) {
    const body = {
      baseUrl: state.baseUrl,
      displayUrl: state.baseUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      serverTime: jiraTime(state.now(), state.data.site.timeZone),
      serverTimeZone: state.data.site.timeZone,
      serverTitle: 'Jira',
    };
    return ok(body, 1);
  },
};

const license: Operation = {
  method: 'GET',
  path: '/rest/api/3/instance/license',
  run({ state }) {
    const plan = state.data.site.plan === 'free' ? 'FREE' : 'PAID';
    return ok({ applications: state.directory.roles.map(({ key }) => ({ id: key, plan })) }, 1);
  },
};

const ADMINS_ONLY = 'Only Jira administrators can access license details.';
const WEEK = 7 * 86_400_000;

/** Jira caches these counts for a week, so a reclaimed seat does not show; here the week starts on a Thursday. */
const countedAt = ({ state }: Call): number => Math.floor(state.now() / WEEK) * WEEK;

const allLicenses: Operation = {
  method: 'GET',
  path: '/rest/api/3/license/approximateLicenseCount',
  run(call) {
    requireJiraAdmin(call, ADMINS_ONLY);
    const seated = call.state.seats.usedByAnyone(countedAt(call));
    return ok({ key: 'license.totalApproximateUserCount', value: String(seated) }, 1);
  },
};

const productLicenses: Operation = {
  method: 'GET',
  path: '/rest/api/3/license/approximateLicenseCount/product/{applicationKey}',
  run(call) {
    requireJiraAdmin(call, ADMINS_ONLY);
    const role = call.state.directory.roles.find(({ key }) => key === call.path['applicationKey']);
    if (role === undefined) throw notFound(`There is no application '${call.path['applicationKey']}'.`);
    const value = String(call.state.seats.used(role, countedAt(call)));
    return ok({ key: `license.totalApproximateUserCount.${role.key}`, value }, 1);
  },
};

const dataPolicy: Operation = {
  method: 'GET',
  path: '/rest/api/3/data-policy',
  run({ state, actor }) {
    if (actor.kind !== 'app')
      throw new Refusal(401, { errorMessages: ['Only apps can access this resource.'], errors: {} });
    return ok({ anyContentBlocked: state.switches.get('anyContentBlocked') }, 1);
  },
};

export const siteFacts: readonly Operation[] = [serverInfo, license, allLicenses, productLicenses, dataPolicy];
