import { DAY } from '../../src/domain/instant';
import type { GroupId } from '../../src/domain/identifiers';
import { restoreNow } from '../../src/usecases/restore-now';
import { saveProfile } from '../../src/usecases/save-profile';
import { DESK, ok, OPERATOR, SELECTION, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { openOf, publishAnother, refreshAll, removeProfile } from '../fakes/promised';
import type { World } from '../fakes/world';

const PERSON = 'u-idle';

/** Lets the profile read other groups, and judges everybody of them. */
async function select(world: World, profileId: string, groupIds: readonly GroupId[]): Promise<void> {
  const profile = await world.profiles.find(profileId);
  if (!profile) throw new Error('no profile');
  const { displayName, connectionName, downloadActivity, analyzeFrom, reclaim, revision } = profile;
  const settings = { displayName, connectionName, downloadActivity, analyzeFrom, reclaim, groupIds };
  const form = { profileId, revision, settings, lookBackConfirmed: true, caller: OPERATOR };
  ok(await saveProfile(form, world.ports));
  await refreshAll(world, 0);
}

async function holderOf(world: World, profileId: string, accountId = PERSON) {
  const generation = await world.subscriptions.findCurrent(profileId);
  if (!generation) throw new Error('no list');
  const buckets = Array.from({ length: generation.buckets }, (_, n) => world.subscriptions.readBucket(generation, n));
  return (await Promise.all(buckets)).flat().find((holder) => holder.accountId === accountId);
}

const WITHOUT = SELECTION.filter((id) => id !== 'g-software');

test('a group that is taken out of the profile and put back makes nobody’s seat new', async () => {
  const { world, profile } = await decided();
  expect(openOf(world, PERSON)).toHaveLength(1);
  await select(world, profile.id, WITHOUT);
  expect(openOf(world, PERSON)).toEqual([]);
  await refreshAll(world, 3);
  await select(world, profile.id, SELECTION);
  expect(await holderOf(world, profile.id)).toMatchObject({ firstSeen: null });
  expect(openOf(world, PERSON)).toHaveLength(1);
});

test('whoever worked while their group was out of the profile is found when it is back', async () => {
  const { world, profile } = await decided();
  await select(world, profile.id, WITHOUT);
  world.clock.advance(DAY);
  const done = { accountId: PERSON, kind: 'issue-changed', at: world.clock.now() } as const;
  const creation = { accountId: 'u-editor', kind: 'issue-created', at: world.clock.now() - 1 } as const;
  world.jira.issues.push({ key: 'OUT-1', creation, comments: [], changes: [done] });
  // So many that it is cheaper to ask about the people of the list than to read all work items.
  const busy = (n: number) => ({ key: `BUSY-${n}`, creation, comments: [], changes: [] });
  world.jira.issues.push(...Array.from({ length: 400 }, (_, n) => busy(n + 1)));
  await refreshAll(world, 1);
  await refreshAll(world, 1);
  await select(world, profile.id, SELECTION);
  expect(openOf(world, PERSON)).toEqual([]);
});

test('who was restored after the list had lost them is not new', async () => {
  const { world, profile } = await decided();
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'removed' });
  await refreshAll(world, 1);
  expect(await holderOf(world, profile.id)).toBeUndefined();
  const { number } = candidateOf(world, PERSON);
  ok(await restoreNow({ number, mode: 'apply', caller: CALLER }, world.ports));
  await refreshAll(world, 1);
  expect(await holderOf(world, profile.id)).toMatchObject({ firstSeen: null });
});

test('a seat of another application is new by itself, without the audit log and whatever becomes of the profile', async () => {
  const { world, profile } = await decided();
  world.jira.people.get(PERSON)?.groups.add('g-desk');
  await refreshAll(world, 1);
  expect(openOf(world, PERSON, DESK)).toEqual([]);
  expect(openOf(world, PERSON, SOFTWARE)).toHaveLength(1);
  await removeProfile(world, profile.id);
  await publishAnother(world, 'Made anew');
  expect(openOf(world, PERSON, DESK)).toEqual([]);
  expect(openOf(world, PERSON, SOFTWARE)).toHaveLength(1);
  await refreshAll(world, 62);
  expect(openOf(world, PERSON, DESK)).toHaveLength(1);
});
