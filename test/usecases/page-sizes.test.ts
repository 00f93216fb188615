import { company, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { FakeActivitySource } from '../fakes/fake-activity-source';
import { FakeDirectory } from '../fakes/fake-directory';
import { finalState } from '../fakes/final-state';

async function withPages(size: number) {
  const world = company();
  const profile = await publish(world);
  const ports = {
    ...world.ports,
    directory: new FakeDirectory(world.jira, size),
    activitySource: new FakeActivitySource(world.jira, size),
  };
  await deliverAll(world, { portsOf: () => ports });
  return finalState(world, profile.id);
}

test.each([2, 3, 5, 7, 50])('pages of %d lead to the same list as pages of any other size', async (size) => {
  expect(await withPages(size)).toEqual(await withPages(11));
});
