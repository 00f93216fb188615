import { DAY, MINUTE } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import type { Ports } from '../../src/ports/ports';
import { closeCandidate } from '../../src/usecases/candidate-by-hand';
import { deleteProfile } from '../../src/usecases/delete-profile';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { wakeStalledRuns } from '../../src/usecases/wake-stalled-runs';
import { ok, SOFTWARE } from '../fakes/company';
import { Killed } from '../fakes/crashing';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

/** Whatever a removal took is given back or on record: nobody forgets it on the way. */

const PERSON = 'u-idle-twice';
const BOTH = ['g-developers', 'g-software'];
const groupsOf = ({ jira }: World) =>
  [...(jira.people.get(PERSON)?.groups ?? [])].filter((id) => BOTH.includes(id)).sort();
const personIn = ({ jira }: World) => {
  const person = jira.people.get(PERSON);
  if (!person) throw new Error('nobody there');
  return person;
};

/** A process that dies when it is to take the second group. */
function dyingHalfway({ ports }: World): Ports {
  let removals = 0;
  const removeMember: Ports['groupWriter']['removeMember'] = (...args) => {
    removals += 1;
    if (removals > 1) throw new Killed('killed between two groups');
    return ports.groupWriter.removeMember(...args);
  };
  const addMember: Ports['groupWriter']['addMember'] = (...args) => ports.groupWriter.addMember(...args);
  return { ...ports, groupWriter: { removeMember, addMember } };
}

/** A run took the first group and was killed before the second; its message is lost unless it is told otherwise. */
async function halfway({ redeliver = false } = {}) {
  const { world, profile } = await decided();
  const { number } = candidateOf(world, PERSON);
  const chosen = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER };
  const run = ok(await startReclaim(chosen, world.ports));
  const dying = dyingHalfway(world);
  await deliverAll(world, { portsOf: (delivery) => (delivery === 0 ? dying : world.ports), redeliver });
  return { world, profile, run, number };
}

/** The hourly tick finds that nothing moves the run any more. */
async function wake(world: World): Promise<void> {
  world.clock.advance(21 * MINUTE);
  await wakeStalledRuns(world.ports);
  await deliverAll(world);
}

describe('a run that took one of two groups and goes on later', () => {
  test('gives the first one back when Jira refuses the second', async () => {
    const { world } = await halfway();
    world.jira.managedElsewhere.add('g-developers');
    await wake(world);
    expect(groupsOf(world)).toEqual(BOTH);
    expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Attention Required', groupsRemoved: null });
  });

  test('says what is missing when Jira refuses the second and does not take the first back', async () => {
    const { world } = await halfway();
    for (const id of BOTH) world.jira.managedElsewhere.add(id);
    await wake(world);
    const { state, attention, groupsRemoved } = candidateOf(world, PERSON);
    expect({ state, groupsRemoved }).toEqual({ state: 'Attention Required', groupsRemoved: ['g-software'] });
    expect(attention).toContain('g-software');
  });

  test.each<[string, (world: World, profileId: string) => unknown]>([
    [
      'its group was taken out of the selection',
      async (world, profileId) => {
        const profile = await world.profiles.find(profileId);
        if (profile) await world.profiles.replace({ ...profile, groupIds: ['g-developers', 'g-desk'] });
      },
    ],
    [
      'its group does not give the application any more',
      ({ jira }) => {
        const index = jira.roles.findIndex(({ key }) => key === SOFTWARE);
        jira.roles.splice(index, 1, { key: SOFTWARE, name: 'Jira', groupIds: ['g-developers', 'g-outside'] });
      },
    ],
  ])('gives it back when %s meanwhile', async (_name, change) => {
    const { world, profile } = await halfway();
    await change(world, profile.id);
    await wake(world);
    expect(groupsOf(world)).toEqual(BOTH);
    expect(candidateOf(world, PERSON)).toMatchObject({ groupsRemoved: null });
  });

  test('gives it back although Jira still shows it', async () => {
    const { world } = await halfway();
    const { directory } = world.ports;
    const find = directory.findPerson.bind(directory);
    let isLagging = true;
    world.ports.directory.findPerson = async (accountId) => {
      const person = await find(accountId);
      return person && isLagging && accountId === PERSON
        ? { ...person, groupIds: ['g-software', ...person.groupIds] }
        : person;
    };
    world.jira.unclear.add(PERSON);
    await wake(world);
    isLagging = false;
    expect(groupsOf(world)).toEqual(BOTH);
    expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Ready', groupsRemoved: null });
  });

  test('remembers it when the account was deactivated meanwhile', async () => {
    const { world } = await halfway();
    world.jira.setActive(PERSON, false);
    await wake(world);
    const isBack = groupsOf(world).includes('g-software');
    const { groupsRemoved } = candidateOf(world, PERSON);
    expect(isBack || groupsRemoved?.includes('g-software')).toBe(true);
  });
});

describe('a click that was stopped between two groups', () => {
  test('is undone as a whole when Jira refuses the rest at the next click', async () => {
    const { world } = await decided();
    const dying = dyingHalfway(world);
    const { number } = candidateOf(world, PERSON);
    await expect(reclaimNow({ number, mode: 'apply', caller: CALLER }, dying)).rejects.toThrow(Killed);
    world.jira.failure = (operation) =>
      operation === 'removeMember g-developers' ? new Failure('jira-rejected', 'No.') : undefined;
    await click(world, PERSON);
    expect(groupsOf(world)).toEqual(BOTH);
  });
});

test('a removal that is halfway is given back before its profile is deleted', async () => {
  const { world, profile } = await decided();
  const { number } = candidateOf(world, PERSON);
  const dying = dyingHalfway(world);
  await expect(reclaimNow({ number, mode: 'apply', caller: CALLER }, dying)).rejects.toThrow(Killed);
  expect(groupsOf(world)).not.toEqual(BOTH);
  const current = await world.profiles.find(profile.id);
  ok(await deleteProfile({ profileId: profile.id, revision: current?.revision ?? 0, caller: CALLER }, world.ports));
  await deliverAll(world);
  expect(groupsOf(world)).toEqual(BOTH);
  await wake(world);
  expect(groupsOf(world)).toEqual(BOTH);
  expect(candidateOf(world, PERSON).state).toBe('Closed Skipped');
});

describe('a removal that could be neither finished nor undone', () => {
  async function stuck() {
    const { world, profile } = await decided();
    world.jira.failure = (operation) =>
      ['removeMember g-developers', 'addMember g-software'].includes(operation)
        ? new Failure('jira-rejected', 'No.')
        : undefined;
    await click(world, PERSON);
    world.jira.failure = () => undefined;
    expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Attention Required', groupsRemoved: ['g-software'] });
    return { world, profile };
  }
  const close = (world: World) =>
    closeCandidate(
      { number: candidateOf(world, PERSON).number, to: 'Closed Skipped', note: '', caller: CALLER },
      world.ports,
    );

  test('is not just closed as if nothing was taken', async () => {
    const { world } = await stuck();
    expect(await close(world)).toMatchObject({ ok: false, code: 'refused' });
    expect(candidateOf(world, PERSON).groupsRemoved).toEqual(['g-software']);
  });

  test('can be closed once somebody gave the group back by hand', async () => {
    const { world } = await stuck();
    personIn(world).groups.add('g-software');
    expect(await close(world)).toMatchObject({ ok: true });
  });

  test('can be closed once the group was deleted, whatever the person does', async () => {
    const { world } = await stuck();
    const { jira } = world;
    jira.groups.splice(
      jira.groups.findIndex(({ id }) => id === 'g-software'),
      1,
    );
    jira.failure = (operation) =>
      operation === 'addMember g-software' ? new Failure('jira-not-found', 'No such group.') : undefined;
    jira.worklogs.push({ accountId: PERSON, kind: 'worklog', at: world.clock.now(), ref: null });
    await click(world, PERSON);
    expect(candidateOf(world, PERSON).state).toBe('Attention Required');
    expect(await close(world)).toMatchObject({ ok: true });
  });

  test('gives the group back when the next try is refused too', async () => {
    const { world } = await stuck();
    world.clock.advance(DAY / 24);
    world.jira.failure = (operation) =>
      operation === 'removeMember g-developers' ? new Failure('jira-rejected', 'No.') : undefined;
    await click(world, PERSON);
    expect(groupsOf(world)).toEqual(BOTH);
  });
});
