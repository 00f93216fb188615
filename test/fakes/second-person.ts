import { requestReclaim } from '../../src/usecases/request-reclaim';
import { decideReclaimRequest } from '../../src/usecases/decide-reclaim-request';
import type { Ports } from '../../src/ports/ports';
import { company, confirmRules, ok, publish } from './company';
import { deliverAll } from './deliver';
import type { World } from './world';

/** Two administrators who hold idle seats themselves, and a third. */
export const ASKER = 'u-asker';
export const APPROVER = 'u-approver';
export const OTHER = 'u-other';

/** A company whose candidates wait, two of them administrators of this app; more seats than `above` take a second person. */
export async function limitedTo(above: number) {
  const world = company();
  for (const accountId of [ASKER, APPROVER]) world.jira.addPerson(accountId, ['g-software']);
  world.jira.addPerson(OTHER, ['g-site-admins']);
  const profile = await publish(world);
  await deliverAll(world);
  for (const rule of await world.ports.rules.list(profile.id))
    await world.ports.rules.save({ ...rule, secondPersonAbove: above });
  await confirmRules(world, profile.id);
  return { world, profile };
}

/** Everybody who is ready in such a company. */
export const READY = 6;

/** Asks for approval of all that are ready. */
export async function askFor(world: World, profileId: string, caller = ASKER, expectedCount = READY) {
  const wanted = { profileId, numbers: 'all-ready', expectedCount, caller } as const;
  return ok(await requestReclaim(wanted, world.ports)).request;
}

interface Decision {
  readonly by: string;
  readonly approve: boolean;
  readonly expectedCount?: number;
}

export function decide(
  { id, profileId }: { readonly id: string; readonly profileId: string },
  { by, approve, expectedCount = READY }: Decision,
  ports: Ports,
) {
  return decideReclaimRequest({ profileId, id, approve, note: '', expectedCount, caller: by }, ports);
}

/** Whose seats were taken back. */
export function removedPeople({ jira }: World): string[] {
  return [...new Set(jira.removals.map(({ accountId }) => accountId))].sort();
}
