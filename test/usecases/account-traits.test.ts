import { DAY } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { company, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { subscriptions } from '../fakes/final-state';
import type { World } from '../fakes/world';

async function downloaded(change: (world: World) => void = () => undefined) {
  const world = company();
  world.jira.addPerson('u-guest', ['g-software'], { guest: true });
  world.jira.addPerson('u-robot', ['g-software'], { serviceAccount: true });
  world.jira.addPerson('u-customer', ['g-desk'], { accountType: 'customer' });
  world.jira.addPerson('u-service', ['g-software'], { accountType: 'app', serviceAccount: true });
  change(world);
  const profile = await publish(world);
  await deliverAll(world);
  const holders = async () => {
    const generation = await world.subscriptions.findCurrent(profile.id);
    if (!generation) throw new Error('no list');
    const buckets = Array.from({ length: generation.buckets }, (_, n) => n);
    return (await Promise.all(buckets.map((n) => world.subscriptions.readBucket(generation, n)))).flat();
  };
  const traitsOf = async (accountId: string) =>
    (await holders()).find((holder) => holder.accountId === accountId)?.traits;
  const nextDay = async () => {
    world.clock.advance(DAY);
    await startDueJobs(world.ports);
    await deliverAll(world);
    return world.runs.findLatest(profile.id, 'download');
  };
  return { world, profile, holders, traitsOf, nextDay };
}

test('guests and programs among those who hold a seat are marked', async () => {
  const { traitsOf } = await downloaded();
  expect(await traitsOf('u-guest')).toEqual({ guest: true, serviceAccount: false });
  expect(await traitsOf('u-robot')).toEqual({ guest: false, serviceAccount: true });
  expect(await traitsOf('u-idle')).toEqual({ guest: false, serviceAccount: false });
});

test('app, customer, service and deactivated accounts hold no seat, and are told as such', async () => {
  const { world, profile, holders } = await downloaded();
  const ids = (await holders()).map(({ accountId }) => accountId);
  for (const none of ['app', 'u-customer', 'u-service', 'u-deactivated']) expect(ids).not.toContain(none);
  const run = await world.runs.findLatest(profile.id, 'download');
  expect(run?.counts.skipped).toBe(3); // Jira does not even list the deactivated one
  expect(run?.summary).toContain('3 app, customer and deactivated accounts are not seats');
});

test('an ordinary day looks up only who is new; a guest who became a member is found within a week', async () => {
  const { world, traitsOf, nextDay } = await downloaded();
  let asked = 0;
  world.jira.failure = (operation) => {
    if (operation === 'findAccounts') asked += 1;
    return undefined;
  };
  await nextDay();
  expect(asked).toBe(0);
  world.jira.addPerson('u-late-guest', [], { guest: true });
  world.jira.move('u-late-guest', 'g-software', true);
  const guest = world.jira.people.get('u-guest');
  if (guest) guest.guest = false;
  await nextDay();
  expect(await traitsOf('u-late-guest')).toEqual({ guest: true, serviceAccount: false });
  expect(await traitsOf('u-guest')).toMatchObject({ guest: true });
  for (let day = 0; day < 7; day += 1) await nextDay();
  expect(await traitsOf('u-guest')).toMatchObject({ guest: false });
});

test.each(['jira-refused', 'jira-changed', 'points-spent', 'jira-unavailable'] as const)(
  'accounts that can’t be looked up (%s) are not known yet, and the list is there all the same',
  async (code) => {
    const { world, profile, traitsOf, nextDay } = await downloaded(({ jira }) => {
      jira.failure = (operation) => (operation === 'findAccounts' ? new Failure(code, 'not now') : undefined);
    });
    expect(await world.runs.findLatest(profile.id, 'download')).toMatchObject({ status: 'Complete' });
    expect(await traitsOf('u-guest')).toBeNull();
    const before = await subscriptions(world, profile.id);
    world.jira.failure = () => undefined;
    for (let day = 0; day < 7; day += 1) await nextDay();
    expect(await traitsOf('u-guest')).toMatchObject({ guest: true });
    expect(await subscriptions(world, profile.id)).toEqual(before);
  },
);
