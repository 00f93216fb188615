import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { DAY, HOUR } from '../../src/domain/instant';
import { isOpen, type RemovalCandidate } from '../../src/domain/removal-candidate';
import { deleteProfile } from '../../src/usecases/delete-profile';
import { publishProfile } from '../../src/usecases/publish-profile';
import { runJobNow } from '../../src/usecases/run-job-now';
import { saveProfile } from '../../src/usecases/save-profile';
import { validateConnection } from '../../src/usecases/validate-connection';
import { confirmRules, ok, OPERATOR, SELECTION, SOFTWARE } from './company';
import { CALLER } from './decided';
import { deliverAll } from './deliver';
import type { World } from './world';

/** Publishes one more profile over the same groups and has it judge everybody. */
export async function publishAnother(world: World, name: string): Promise<IntegrationProfile> {
  const settings = {
    displayName: name,
    connectionName: `${name} connection`,
    downloadActivity: true,
    analyzeFrom: world.clock.now() - 60 * DAY - HOUR,
    reclaim: true,
    groupIds: SELECTION,
  };
  const form = { profileId: undefined, revision: undefined, settings, lookBackConfirmed: false, caller: OPERATOR };
  const { id } = ok(await saveProfile(form, world.ports));
  const { revision } = ok(await validateConnection({ profileId: id, caller: OPERATOR }, world.ports));
  const profile = ok(await publishProfile({ profileId: id, revision, caller: OPERATOR }, world.ports));
  await deliverAll(world);
  await confirmRules(world, id);
  return profile;
}

export async function removeProfile(world: World, profileId: string): Promise<void> {
  const profile = await world.profiles.find(profileId);
  ok(await deleteProfile({ profileId, revision: profile?.revision ?? 0, caller: CALLER }, world.ports));
  await deliverAll(world);
}

/** The daily jobs of every published profile, so many days later. */
export async function refreshAll(world: World, days: number): Promise<void> {
  world.clock.advance(days * DAY + HOUR);
  for (const { id, status } of await world.profiles.list()) {
    if (status !== 'Published') continue;
    ok(await runJobNow({ jobId: `${id}.download`, caller: OPERATOR }, world.ports));
    await deliverAll(world);
  }
}

export function openOf(world: World, accountId: string, roleKey = SOFTWARE): RemovalCandidate[] {
  return world.candidates
    .all()
    .filter((each) => each.accountId === accountId && each.roleKey === roleKey && isOpen(each.state));
}
