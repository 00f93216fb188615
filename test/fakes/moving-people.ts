import { company } from './company';
import type { World } from './world';

export const GROUPS = ['g-software', 'g-developers', 'g-admins'];

export interface Move {
  readonly who: string;
  readonly groupId: string;
}

/** Every membership that each group had, as one text each. */
export type Memberships = Map<string, Set<string>>;

/** A company with people who come and go; they lie between the others in Jira’s order. */
export function movingCompany(movers: readonly string[], stayersOf: (mover: string) => readonly string[]): World {
  const world = company();
  movers.forEach((who, n) => {
    world.jira.addPerson(who, n % 2 === 0 ? ['g-software', 'g-developers'] : ['g-outside']);
    for (const stayer of stayersOf(who)) world.jira.addPerson(stayer, ['g-software', 'g-developers']);
  });
  world.jira.callMs = 7;
  return world;
}

export function membershipsNow(world: World): Memberships {
  return new Map(GROUPS.map((id) => [id, new Set([membersNow(world, id)])]));
}

/** The seats of a group now. */
function membersNow({ jira }: World, groupId: string): string {
  const people = jira.membersOf(groupId).filter(({ active, accountType }) => active && accountType === 'atlassian');
  return people
    .map(({ accountId }) => accountId)
    .sort()
    .join(' ');
}

/** Puts somebody into a group, or takes them out, and remembers what the group is then. */
export function movePerson(world: World, { who, groupId }: Move, audited: boolean, history: Memberships): void {
  const log = world.jira.directoryLog;
  if (!audited) world.jira.directoryLog = null;
  world.jira.move(who, groupId, world.jira.people.get(who)?.groups.has(groupId) !== true);
  world.jira.directoryLog = log;
  history.get(groupId)?.add(membersNow(world, groupId));
}
