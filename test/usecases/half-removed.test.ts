import { DAY } from '../../src/domain/instant';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { CALLER, candidateOf, click, decided, groupsOf, TWICE } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

describe('a removal that was stopped between two groups', () => {
  async function halfRemoved() {
    const { world, profile } = await decided();
    const { number } = candidateOf(world, 'u-idle-twice');
    const stopped = {
      ...world.ports,
      groupWriter: { ...world.ports.groupWriter, addMember: stop, removeMember: remove },
    };
    let removals = 0;
    async function remove(...args: Parameters<World['ports']['groupWriter']['removeMember']>): Promise<void> {
      removals += 1;
      return removals === 1 ? world.ports.groupWriter.removeMember(...args) : stop();
    }
    await expect(reclaimNow({ number, mode: 'apply', caller: CALLER }, stopped)).rejects.toThrow('stopped');
    expect(groupsOf(world, 'u-idle-twice')).toEqual(['g-desk', 'g-developers']);
    return { world, profile };
  }
  const stop = (): Promise<void> => Promise.reject(new Error('stopped'));

  test('goes on with the next click', async () => {
    const { world } = await halfRemoved();
    expect(await click(world, 'u-idle-twice')).toMatchObject({ outcome: 'removed', seatFreed: 'proven' });
    expect([...(candidateOf(world, 'u-idle-twice').groupsBefore ?? [])].sort()).toEqual(TWICE);
    expect(world.jira.removals).toHaveLength(2);
  });

  test.each([
    ['is completed after the next evaluation', false],
    ['is complete with the next evaluation once the rest is gone too', true],
  ])('%s', async (_name, isGone) => {
    const { world, profile } = await halfRemoved();
    if (isGone) world.jira.people.get('u-idle-twice')?.groups.clear();
    world.clock.advanceTo((profile.publishedAt ?? 0) + DAY);
    await startDueJobs(world.ports);
    await deliverAll(world);
    expect(candidateOf(world, 'u-idle-twice').state).toBe('Closed Complete');
    const { number } = candidateOf(world, 'u-idle-twice');
    const kinds = world.evidence
      .all()
      .filter((entry) => entry.candidate === number)
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['reclaim-intended', 'reclaim-done']);
  });

  test.each<[string, (world: World) => unknown, string]>([
    [
      'was seen',
      (w) => w.jira.worklogs.push({ accountId: 'u-idle-twice', kind: 'worklog', at: w.clock.now() }),
      'Closed Canceled',
    ],
    ['can’t be checked clearly', (w) => w.jira.unclear.add('u-idle-twice'), 'Ready'],
  ])('is undone when the person %s meanwhile', async (_name, change, state) => {
    const { world } = await halfRemoved();
    change(world);
    await click(world, 'u-idle-twice');
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
    expect(candidateOf(world, 'u-idle-twice')).toMatchObject({ state, groupsBefore: null });
  });
});
