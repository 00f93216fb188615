import { DAY, HOUR } from '../../src/domain/instant';
import { isPutBack } from '../../src/domain/managed-group';
import { listJiraGroups } from '../../src/usecases/list-jira-groups';
import { clearExternallyManaged } from '../../src/usecases/managed-groups';
import { readCandidateTable } from '../../src/usecases/candidate-table';
import { readWorklistBucket } from '../../src/usecases/read-worklist';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { restoreNow } from '../../src/usecases/restore-now';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { validateConnection } from '../../src/usecases/validate-connection';
import { DESK, KEPT_ALIVE, ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

async function nextDay(world: World, published: number | null, days = 1): Promise<void> {
  world.clock.advanceTo((published ?? 0) + days * DAY);
  await startDueJobs(world.ports);
  await deliverAll(world);
}

const kinds = (world: World) => world.evidence.all().map(({ kind }) => kind);

async function worklist(world: World, profileId: string) {
  const count = (await world.candidates.findBucketCount(profileId)) ?? 0;
  const pages = await Promise.all(
    Array.from({ length: count }, (_, bucket) => readWorklistBucket({ profileId, bucket }, world.ports)),
  );
  return pages.flatMap((page) => ok(page).rows);
}

test('somebody who comes back without a restore is marked and told once', async () => {
  const { world, profile } = await decided();
  await click(world, 'u-idle');
  world.clock.advance(DAY / 2);
  world.jira.move('u-idle', 'g-software', true);
  await nextDay(world, profile.publishedAt);
  await nextDay(world, profile.publishedAt, 2);
  const candidate = candidateOf(world, 'u-idle');
  expect(candidate.returned?.groupIds).toEqual(['g-software']);
  expect(candidate.timeline.filter(({ text }) => text.startsWith('Back in'))).toHaveLength(1);
  expect(kinds(world).filter((kind) => kind === 'seat-returned')).toHaveLength(1);
  const lines = await readCandidateTable(profile.id, world.candidates);
  expect(lines.find(({ number }) => number === candidate.number)).toMatchObject({ flag: 're-added' });
});

test('nobody is marked who stays away, or was restored here', async () => {
  const { world, profile } = await decided();
  await click(world, 'u-idle');
  await click(world, 'u-idle-twice');
  ok(
    await restoreNow({ number: candidateOf(world, 'u-idle-twice').number, mode: 'apply', caller: CALLER }, world.ports),
  );
  await nextDay(world, profile.publishedAt);
  expect(kinds(world)).not.toContain('seat-returned');
  // Nor is the restored one proposed again at once.
  const restored = world.candidates.all().filter(({ accountId }) => accountId === 'u-idle-twice');
  expect(restored.filter(({ roleKey, state }) => roleKey === SOFTWARE && state === 'Ready')).toEqual([]);
});

test('a group that people keep coming back to counts as managed elsewhere until somebody says otherwise', async () => {
  const { world, profile } = await decided();
  const { number } = candidateOf(world, 'u-idle');
  await world.settings.addReturn('g-software', { accountId: 'u-1', candidate: 'RC1', at: 0 });
  await world.settings.addReturn('g-software', { accountId: 'u-2', candidate: 'RC2', at: 0 });
  await click(world, 'u-idle');
  world.clock.advance(DAY / 2);
  world.jira.move('u-idle', 'g-software', true);
  await nextDay(world, profile.publishedAt);
  expect([...(await world.settings.listExternallyManaged())]).toEqual(['g-software']);
  const { groups } = await listJiraGroups(world.ports);
  const group = groups.find(({ id }) => id === 'g-software');
  expect(group?.managedBecause).toMatch(/keep coming back/);
  expect(group?.returnedPeople).toBe(3);
  const told = world.evidence.all().filter(({ kind }) => kind === 'group-managed');
  const details = { groupId: 'g-software', because: 'returns', returns: ['RC1', 'RC2', number] };
  expect(told).toMatchObject([{ by: null, candidate: number, details }]);
  expect((await worklist(world, profile.id)).map(({ accountId }) => accountId)).toContain('u-idle-twice');
  ok(await clearExternallyManaged({ groupId: 'g-software', caller: CALLER }, world.ports));
  expect((await world.settings.listExternallyManaged()).size).toBe(0);
  expect((await world.settings.listReturns()).size).toBe(0);
  expect(await clearExternallyManaged({ groupId: 'g-software', caller: CALLER }, world.ports)).toMatchObject({
    ok: false,
  });
  expect(candidateOf(world, 'u-idle').number).toBe(number);
});

test.each([
  ['three people', ['a', 'b', 'c'], true],
  ['two people', ['a', 'b'], false],
  ['one person twice', ['a', 'a'], true],
  ['one person', ['a'], false],
])('%s coming back: %s', (_name, people, expected) => {
  expect(isPutBack(people.map((accountId, n) => ({ accountId, candidate: `RC${n}`, at: n })))).toBe(expected);
});

test('a seat that another group keeps alive is on the worklist once that is known', async () => {
  const { world, profile } = await decided();
  expect(await worklist(world, profile.id)).toEqual([]);
  const { outcome, notes } = await click(world, KEPT_ALIVE);
  expect(outcome).toBe('kept');
  expect(notes.at(-1)).toBe(
    'Removing only name of g-software would free nothing, because name of g-outside still gives the seat.',
  );
  expect(JSON.stringify(world.evidence.all())).not.toContain('name of g-outside');
  const { number, accountId, roleKey, blocked } = candidateOf(world, KEPT_ALIVE);
  expect(blocked).toEqual({ kind: 'kept-alive', groupIds: ['g-outside'] });
  expect(await worklist(world, profile.id)).toEqual([
    { number, accountId, roleKey, groupIds: ['g-outside'], reason: 'kept-alive' },
  ]);
});

test('a seat of a group that is managed elsewhere is on the worklist before anything is tried', async () => {
  const { world, profile } = await decided();
  await world.settings.markExternallyManaged(['g-developers']);
  expect((await worklist(world, profile.id)).map(({ accountId, reason }) => [accountId, reason])).toEqual([
    ['u-idle-twice', 'externally-managed'],
  ]);
  expect(world.jira.removals).toEqual([]);
});

describe('a group that was given back with another seat', () => {
  /** Both seats were taken, the one with g-software, which gives both; then that one was restored. */
  async function restoredOne() {
    const { world, profile } = await decided();
    const index = world.jira.roles.findIndex(({ key }) => key === DESK);
    world.jira.roles.splice(index, 1, { key: DESK, name: 'JSM', groupIds: ['g-desk', 'g-software'] });
    world.jira.people.get('u-idle-twice')?.groups.delete('g-desk');
    ok(await validateConnection({ profileId: profile.id, caller: CALLER }, world.ports));
    const desk = candidateOf(world, 'u-idle-twice', DESK).number;
    const { number } = candidateOf(world, 'u-idle-twice', SOFTWARE);
    for (const each of [desk, number])
      expect(ok(await reclaimNow({ number: each, mode: 'apply', caller: CALLER }, world.ports)).outcome).toBe(
        'removed',
      );
    world.clock.advance(HOUR);
    ok(await restoreNow({ number: desk, mode: 'apply', caller: CALLER }, world.ports));
    expect([...(world.jira.people.get('u-idle-twice')?.groups ?? [])]).toEqual(['g-software']);
    return { world, profile, number };
  }

  test('is nobody’s return', async () => {
    const { world, profile, number } = await restoredOne();
    await nextDay(world, profile.publishedAt);
    expect((await world.candidates.find(number))?.returned).toBeNull();
    expect((await world.settings.listReturns()).size).toBe(0);
    expect(kinds(world)).not.toContain('seat-returned');
  });

  test('does not hide one that somebody else gave back', async () => {
    const { world, profile, number } = await restoredOne();
    world.jira.move('u-idle-twice', 'g-developers', true);
    await nextDay(world, profile.publishedAt);
    expect((await world.candidates.find(number))?.returned?.groupIds).toEqual(['g-developers']);
    expect([...(await world.settings.listReturns()).keys()]).toEqual(['g-developers']);
  });
});
