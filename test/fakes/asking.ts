import { DAY } from '../../src/domain/instant';
import { saveNoticeSettings } from '../../src/usecases/notice-settings';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { ok } from './company';
import { CALLER, candidateOf, decided } from './decided';
import { deliverAll } from './deliver';
import type { World } from './world';

/** How long people have to answer. */
export const DAYS = 14;

/** Candidates of rules that have people asked first, through the work item LIC-1. */
export async function asking() {
  const { world, profile } = await decided();
  for (const rule of await world.ports.rules.list(profile.id))
    await world.ports.rules.save({ ...rule, notifyUser: true, daysBeforeAutoReclamation: DAYS });
  ok(await saveNoticeSettings({ caller: CALLER, revision: 0, workItem: 'LIC-1' }, world.ports));
  return { world, profile };
}

/** The daily refreshes of so many days, with everything that follows them. */
export async function pass(world: World, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    world.clock.advance(DAY);
    await startDueJobs(world.ports);
    await deliverAll(world);
  }
}

/** What the evidence tells of somebody's candidate, oldest first. */
export function toldOf(world: World, accountId: string): string[] {
  const { number } = candidateOf(world, accountId);
  return world.evidence
    .all()
    .filter(({ candidate }) => candidate === number)
    .map(({ kind }) => kind);
}
