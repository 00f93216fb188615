import { company, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import type { World } from '../fakes/world';

/** Texts that are names of properties of every object, or part what is joined. */
const ODD = ['__proto__', 'constructor', 'toString', 'a.b', 'a b%', '"\'/\\'];

test.each(ODD)('an application and a person called %j are judged like any other', async (odd) => {
  const world = renamed(company(), odd);
  const profile = await publish(world);
  await deliverAll(world);
  const { candidates, numbers, runs } = await finalState(world, profile.id);
  expect(runs.map((run) => run?.status)).toEqual(['Complete', 'Complete', 'Complete', undefined]);
  expect(candidates.filter(({ roleKey }) => roleKey === odd).map(({ accountId }) => accountId)).toContain(odd);
  expect(numbers?.find(({ roleKey }) => roleKey === odd)).toMatchObject({ seats: 2, inactive: 2, candidates: 2 });
  const breakdown = (await world.positions.find(profile.id))?.breakdown;
  expect(breakdown?.byRole.find(({ key }) => key === odd)?.seats).toBe(2);
  expect(breakdown?.byGroup.find(({ key }) => key === 'g-desk')?.seats).toBe(2);
});

/** The same site with another name for the help desk's application, and one more idle person in it. */
function renamed(world: World, odd: string): World {
  const [software, desk] = world.jira.roles;
  world.jira.roles.splice(0, 2, ...[software, desk && { ...desk, key: odd }].filter((role) => role !== undefined));
  world.jira.addPerson(odd, ['g-desk']);
  return world;
}
