import { cloneDeep } from 'lodash';
import type { RemovalCandidate } from '../../src/domain/removal-candidate';
import { reclaimNow, type ReclaimedNow } from '../../src/usecases/reclaim-now';
import { company, confirmRules, ok, publish, SOFTWARE } from './company';
import { deliverAll } from './deliver';
import type { World } from './world';

/** A site administrator who clicks. */
export const CALLER = 'u-caller';

/** A company whose candidates wait for somebody to decide; each time another copy, since getting there takes most of a test. */
export async function decided() {
  ready ??= makeReady();
  return cloneDeep(await ready);
}

let ready: ReturnType<typeof makeReady> | undefined;

async function makeReady() {
  const world = company();
  world.jira.addPerson(CALLER, ['g-site-admins']);
  const profile = await publish(world);
  await deliverAll(world);
  await confirmRules(world, profile.id);
  return { world, profile };
}

export function candidateOf(world: World, accountId: string, roleKey = SOFTWARE): RemovalCandidate {
  const found = world.candidates.all().find((each) => each.accountId === accountId && each.roleKey === roleKey);
  if (!found) throw new Error(`${accountId} is no candidate`);
  return found;
}

export async function click(
  world: World,
  accountId: string,
  mode: 'preview' | 'apply' = 'apply',
): Promise<ReclaimedNow> {
  const { number } = candidateOf(world, accountId);
  return ok(await reclaimNow({ number, mode, caller: CALLER }, world.ports));
}

/** The groups somebody is in now, sorted. */
export function groupsOf({ jira }: World, accountId: string): string[] {
  return [...(jira.people.get(accountId)?.groups ?? [])].sort();
}

/** Those of `u-idle-twice` as long as nobody took any. */
export const TWICE = ['g-desk', 'g-developers', 'g-software'];
