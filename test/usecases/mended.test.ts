import { DAY } from '../../src/domain/instant';
import type { RemovalCandidate } from '../../src/domain/removal-candidate';
import { Failure } from '../../src/ports/failures';
import { readCandidateTable, storeCandidate } from '../../src/usecases/candidate-table';
import { clearExternallyManaged } from '../../src/usecases/managed-groups';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { KEPT_ALIVE, ok, SELECTION } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

type Site = Awaited<ReturnType<typeof decided>>;

async function day({ world, profile }: Site, days: number): Promise<void> {
  world.clock.advanceTo((profile.publishedAt ?? 0) + days * DAY);
  await startDueJobs(world.ports);
  await deliverAll(world);
}

const lineOf = async ({ world, profile }: Site, { number }: RemovalCandidate) =>
  (await readCandidateTable(profile.id, world.candidates)).find((line) => line.number === number);
const mendings = (world: World) =>
  world.evidence.all().filter(({ text }) => text.includes('made 1 removal candidate ready again'));

/** Somebody whose seat a group outside the selection keeps alive. */
async function keptAlive(): Promise<Site> {
  const site = await decided();
  await click(site.world, KEPT_ALIVE);
  expect(candidateOf(site.world, KEPT_ALIVE)).toMatchObject({ state: 'Attention Required' });
  return site;
}

/** Somebody in a group that Jira refuses to change. */
async function refused(): Promise<Site> {
  const site = await decided();
  site.world.jira.managedElsewhere.add('g-developers');
  await click(site.world, 'u-idle-twice');
  const blocked = { kind: 'externally-managed', groupIds: ['g-developers'] };
  expect(candidateOf(site.world, 'u-idle-twice')).toMatchObject({ state: 'Attention Required', blocked });
  return site;
}

/** As if the removal had taken a group and could neither finish nor give it back. */
async function leaveHalfway({ world }: Site, accountId: string): Promise<void> {
  const halfway = { groupsBefore: SELECTION, groupsRemoved: ['g-software'] };
  await storeCandidate({ ...candidateOf(world, accountId), ...halfway }, world.ports);
}

describe('an evaluation', () => {
  test('leaves whoever is still kept alive where they are', async () => {
    const site = await keptAlive();
    await day(site, 1);
    expect(candidateOf(site.world, KEPT_ALIVE).state).toBe('Attention Required');
    expect(mendings(site.world)).toEqual([]);
  });

  test('makes ready who left the group outside the selection, and tells it once', async () => {
    const site = await keptAlive();
    site.world.jira.move(KEPT_ALIVE, 'g-outside', false);
    await day(site, 1);
    await day(site, 2);
    const candidate = candidateOf(site.world, KEPT_ALIVE);
    expect(candidate).toMatchObject({ state: 'Ready', blocked: null, attention: null });
    expect(await lineOf(site, candidate)).toMatchObject({ state: 'Ready', flag: null });
    expect(mendings(site.world)).toHaveLength(1);
    const told = candidate.timeline.filter(({ text }) => text.startsWith('What stood in the way'));
    expect(told).toEqual([expect.objectContaining({ by: null })]);
  });

  test('makes ready whose group is in the selection now', async () => {
    const site = await keptAlive();
    await site.world.profiles.replace({ ...site.profile, groupIds: [...SELECTION, 'g-outside'] });
    await day(site, 1);
    expect(candidateOf(site.world, KEPT_ALIVE).state).toBe('Ready');
  });

  test('makes ready whose group gives no seat any more', async () => {
    const site = await keptAlive();
    const { roles } = site.world.jira;
    roles.splice(
      0,
      roles.length,
      ...roles.map((role) => ({ ...role, groupIds: role.groupIds.filter((id) => id !== 'g-outside') })),
    );
    await day(site, 1);
    expect(candidateOf(site.world, KEPT_ALIVE).state).toBe('Ready');
  });

  test('leaves whoever Jira does not tell about', async () => {
    const site = await keptAlive();
    site.world.jira.move(KEPT_ALIVE, 'g-outside', false);
    site.world.jira.failure = (operation) =>
      operation === 'findPerson' ? new Failure('jira-unavailable', 'Jira failed (503).') : undefined;
    await day(site, 1);
    expect(candidateOf(site.world, KEPT_ALIVE).state).toBe('Attention Required');
  });

  test('makes ready who left the group that is managed elsewhere, and nobody who is in it', async () => {
    const site = await refused();
    const { world } = site;
    await day(site, 1);
    expect(candidateOf(world, 'u-idle-twice').state).toBe('Attention Required');
    world.jira.move('u-idle-twice', 'g-developers', false);
    await day(site, 2);
    expect(candidateOf(world, 'u-idle-twice')).toMatchObject({ state: 'Ready', blocked: null });
  });

  test('never moves a removal that is halfway', async () => {
    const site = await keptAlive();
    await leaveHalfway(site, KEPT_ALIVE);
    site.world.jira.move(KEPT_ALIVE, 'g-outside', false);
    await day(site, 1);
    expect(candidateOf(site.world, KEPT_ALIVE)).toMatchObject({
      state: 'Attention Required',
      groupsRemoved: ['g-software'],
    });
  });
});

describe('letting this app change a group again', () => {
  const clear = ({ world }: Site) => clearExternallyManaged({ groupId: 'g-developers', caller: CALLER }, world.ports);

  test('makes those ready who waited for it, in the name of who did it', async () => {
    const site = await refused();
    ok(await clear(site));
    const candidate = candidateOf(site.world, 'u-idle-twice');
    expect(candidate).toMatchObject({ state: 'Ready', blocked: null, attention: null });
    expect(candidate.timeline.at(-1)?.by).toBe(CALLER);
    expect(await lineOf(site, candidate)).toMatchObject({ state: 'Ready', flag: null });
    expect(mendings(site.world)).toEqual([expect.objectContaining({ by: CALLER })]);
  });

  test('leaves alone whom something else keeps, and whose removal is halfway', async () => {
    const kept = await keptAlive();
    await kept.world.settings.markExternallyManaged(['g-developers']);
    ok(await clear(kept));
    expect(candidateOf(kept.world, KEPT_ALIVE).state).toBe('Attention Required');
    const halfway = await refused();
    await leaveHalfway(halfway, 'u-idle-twice');
    ok(await clear(halfway));
    expect(candidateOf(halfway.world, 'u-idle-twice').state).toBe('Attention Required');
  });
});

test('a new look that is held back for another reason makes a seat ready that can be freed', async () => {
  const { world } = await keptAlive();
  world.jira.move(KEPT_ALIVE, 'g-outside', false);
  world.jira.unclear.add(KEPT_ALIVE);
  expect((await click(world, KEPT_ALIVE)).outcome).toBe('kept');
  expect(candidateOf(world, KEPT_ALIVE)).toMatchObject({ state: 'Ready', blocked: null, attention: null });
});

describe('candidates that need attention', () => {
  const start = ({ world, profile }: Site, numbers: readonly string[] | 'all-ready', expectedCount: number) =>
    startReclaim({ profileId: profile.id, numbers, expectedCount, caller: CALLER }, world.ports);

  /** Two people whose removal failed because Jira did. */
  async function troubled(): Promise<Site & { readonly numbers: readonly string[] }> {
    const site = await decided();
    const { jira } = site.world;
    jira.failure = (operation) =>
      operation.startsWith('removeMember') ? new Failure('jira-unavailable', 'Jira failed (503).') : undefined;
    const people = ['u-idle', 'u-idle-twice'];
    for (const accountId of people) await click(site.world, accountId);
    jira.failure = () => undefined;
    const numbers = people.map((accountId) => candidateOf(site.world, accountId).number);
    for (const accountId of people) expect(candidateOf(site.world, accountId).state).toBe('Attention Required');
    return { ...site, numbers };
  }

  test('are taken up together when a person chose them', async () => {
    const site = await troubled();
    ok(await start(site, site.numbers, 2));
    await deliverAll(site.world);
    for (const accountId of ['u-idle', 'u-idle-twice'])
      expect(candidateOf(site.world, accountId)).toMatchObject({ state: 'Closed Complete', seatFreed: 'proven' });
  });

  test('are checked anew: whoever worked meanwhile keeps the seat', async () => {
    const site = await troubled();
    const at = site.world.clock.now();
    site.world.jira.worklogs.push({ accountId: 'u-idle', kind: 'worklog', at, ref: null });
    ok(await start(site, site.numbers, 2));
    await deliverAll(site.world);
    expect(candidateOf(site.world, 'u-idle').state).toBe('Closed Canceled');
    expect(candidateOf(site.world, 'u-idle-twice').state).toBe('Closed Complete');
  });

  test('are never taken up by “all that are ready”, nor by the background', async () => {
    const site = await troubled();
    // Left are somebody who is kept alive and the other seat of the second person.
    expect(await start(site, 'all-ready', 4)).toMatchObject({ ok: false, code: 'conflict' });
    ok(await start(site, 'all-ready', 2));
    await deliverAll(site.world);
    await day(site, 1);
    await day(site, 2);
    expect(site.world.jira.removals.filter(({ groupId }) => groupId !== 'g-desk')).toEqual([]);
    for (const accountId of ['u-idle', 'u-idle-twice'])
      expect(candidateOf(site.world, accountId).state).toBe('Attention Required');
  });

  test('are left alone by a run that was confirmed while they were ready', async () => {
    const site = await decided();
    const { world } = site;
    const numbers = ['u-idle', 'u-idle-twice'].map((accountId) => candidateOf(world, accountId).number);
    ok(await start(site, numbers, 2));
    const trouble = candidateOf(world, 'u-idle-twice');
    await storeCandidate({ ...trouble, state: 'Attention Required', attention: 'Look at it.' }, world.ports);
    await deliverAll(world);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Complete');
    expect(candidateOf(world, 'u-idle-twice')).toMatchObject({ state: 'Attention Required', attention: 'Look at it.' });
  });
});
