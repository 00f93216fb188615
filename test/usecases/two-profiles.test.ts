import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { HOUR } from '../../src/domain/instant';
import { publishProfile } from '../../src/usecases/publish-profile';
import { saveProfile } from '../../src/usecases/save-profile';
import { validateConnection } from '../../src/usecases/validate-connection';
import { ago, company, ok, OPERATOR } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { shownSeats } from '../fakes/shown-seats';
import type { World } from '../fakes/world';

const CROWD = 1700;

/** A large group, everybody of which is active, beside the small ones. */
function crowded(): World {
  const world = company();
  const { jira } = world;
  jira.addGroup('g-crowd');
  jira.roles.push({ key: 'jira-core', name: 'Jira Work Management', groupIds: ['g-crowd'] });
  for (let n = 0; n < CROWD; n += 1) {
    jira.addPerson(`u-crowd-${n}`, ['g-crowd']);
    jira.audit.push({ at: ago(30) + n * HOUR * 0.4, by: `u-crowd-${n}`, assigned: null });
  }
  return world;
}

async function published(world: World, name: string, groupIds: string[]): Promise<IntegrationProfile> {
  const settings = {
    displayName: name,
    connectionName: name,
    downloadActivity: true,
    analyzeFrom: ago(60),
    reclaim: false,
    groupIds,
  };
  const form = { profileId: undefined, revision: undefined, settings, lookBackConfirmed: false, caller: OPERATOR };
  const { id } = ok(await saveProfile(form, world.ports));
  const { revision } = ok(await validateConnection({ profileId: id, caller: OPERATOR }, world.ports));
  return ok(await publishProfile({ profileId: id, revision, caller: OPERATOR }, world.ports));
}

test.each([
  ['large first', ['large', 'small']],
  ['small first', ['small', 'large']],
])('profiles of different sizes share what is known about activity: %s', async (_name, order) => {
  const world = crowded();
  const profiles = new Map<string, IntegrationProfile>();
  for (const name of order) {
    profiles.set(name, await published(world, name, name === 'large' ? ['g-crowd'] : ['g-software']));
  }
  await deliverAll(world); // both at the same time, message by message
  const large = profiles.get('large');
  const generation = await world.subscriptions.findCurrent(large?.id ?? '');
  expect(generation?.buckets).toBe(4);
  const seats = await shownSeats(world.ports, large?.id ?? '', world.clock.now());
  expect(seats.filter(({ activity }) => activity.kind === 'seen')).toHaveLength(CROWD);
  const ofCrowd = world.candidates.all().filter(({ accountId }) => accountId.startsWith('u-crowd'));
  expect(ofCrowd).toEqual([]);
});
