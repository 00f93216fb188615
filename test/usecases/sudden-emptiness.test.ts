import { DAY, HOUR } from '../../src/domain/instant';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { company, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';

/** Everybody gone at once is more often a fault than a fact. */
async function nextDay() {
  const world = company();
  const profile = await publish(world);
  await deliverAll(world);
  const before = await finalState(world, profile.id);
  world.clock.advance(DAY);
  await startDueJobs(world.ports);
  return { world, profile, before };
}

type World = Awaited<ReturnType<typeof nextDay>>['world'];
const EMPTYINGS: readonly [string, (world: World) => () => void][] = [
  [
    'an application that is not listed',
    ({ jira }) => {
      const roles = jira.roles.splice(0, 1);
      return () => jira.roles.unshift(...roles);
    },
  ],
  [
    'an application without its groups',
    ({ jira }) => {
      const [role] = jira.roles;
      jira.roles.splice(0, 1, { ...role, groupIds: [] } as typeof role & object);
      return () => jira.roles.splice(0, 1, role as typeof role & object);
    },
  ],
];

test.each(EMPTYINGS)('%s for an hour changes nothing', async (_name, empty) => {
  const { world, profile, before } = await nextDay();
  const mend = empty(world);
  const fixedAt = world.clock.now() + HOUR / 2;
  let mended = false;
  world.jira.failure = () => {
    if (!mended && world.clock.now() >= fixedAt) mend();
    mended ||= world.clock.now() >= fixedAt;
    return undefined;
  };
  await deliverAll(world);
  const after = await finalState(world, profile.id);
  expect(after.subscriptions).toEqual(before.subscriptions);
  expect(after.candidates).toEqual(before.candidates);
  expect(await world.runs.findLatest(profile.id, 'download')).toMatchObject({ status: 'Complete' });
});

test.each(EMPTYINGS)('%s is believed when a second look an hour later shows the same', async (_name, empty) => {
  const { world, profile, before } = await nextDay();
  empty(world);
  await deliverAll(world);
  const run = await world.runs.findLatest(profile.id, 'download');
  expect(run?.status).toBe('Complete');
  expect((run?.finishedAt ?? 0) - (run?.createdAt ?? 0)).toBeGreaterThanOrEqual(HOUR);
  expect((await finalState(world, profile.id)).subscriptions).not.toEqual(before.subscriptions);
});
