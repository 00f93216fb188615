import { MINUTE } from '../../src/domain/instant';
import { restoreNow } from '../../src/usecases/restore-now';
import { ok } from '../fakes/company';
import { CALLER, candidateOf, click, decided, groupsOf, TWICE } from '../fakes/decided';
import type { World } from '../fakes/world';

// Changes that Jira answers as done and does not make.

async function restore(world: World, accountId = 'u-idle-twice') {
  const { number } = candidateOf(world, accountId);
  return ok(await restoreNow({ number, mode: 'apply', caller: CALLER }, world.ports));
}

test.each(['g-software', 'g-developers'])(
  'a restore that leaves %s out names it and may be repeated',
  async (groupId) => {
    const { world } = await decided();
    await click(world, 'u-idle-twice');
    world.clock.advance(MINUTE);
    world.jira.ignores = (operation) => operation === `addMember ${groupId}`;
    const result = await restore(world);
    expect(result).toMatchObject({ outcome: 'restored', seatBack: 'unknown' });
    expect(result.notes.join(' ')).toContain(`does not show the person in ${groupId}`);
    world.jira.ignores = () => false;
    world.clock.advance(MINUTE);
    expect(await restore(world)).toMatchObject({ outcome: 'restored', seatBack: 'proven' });
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
  },
);

test.each(['g-software', 'g-developers'])('a removal that leaves %s in is not told as proven', async (groupId) => {
  const { world } = await decided();
  world.jira.ignores = (operation) => operation === `removeMember ${groupId}`;
  expect(await click(world, 'u-idle-twice')).toMatchObject({ outcome: 'removed', seatFreed: 'unknown' });
  world.jira.ignores = () => false;
  world.clock.advance(MINUTE);
  expect(await restore(world)).toMatchObject({ outcome: 'restored', seatBack: 'proven' });
  expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
});

test('a restore of the only group that Jira does not show is not known to have failed, and may be repeated', async () => {
  const { world } = await decided();
  await click(world, 'u-idle');
  world.clock.advance(MINUTE);
  world.jira.ignores = (operation) => operation === 'addMember g-software';
  const result = await restore(world, 'u-idle');
  expect(result).toMatchObject({ outcome: 'restored', seatBack: 'unknown' });
  expect(result.notes.join(' ')).toContain('does not show the person in g-software');
  world.jira.ignores = () => false;
  expect(await restore(world, 'u-idle')).toMatchObject({ outcome: 'restored', seatBack: 'proven' });
  expect(world.jira.people.get('u-idle')?.groups).toContain('g-software');
});
