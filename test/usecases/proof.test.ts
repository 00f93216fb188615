import { DAY, MINUTE } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import { readCandidateTable } from '../../src/usecases/candidate-table';
import { finishBegunChanges } from '../../src/usecases/finish-begun-changes';
import { proveSeat } from '../../src/usecases/prove-seat';
import { restoreNow } from '../../src/usecases/restore-now';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { ok, SOFTWARE } from '../fakes/company';
import { crashing } from '../fakes/crashing';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const PERSON = 'u-idle';
const prove = (world: World, ports = world.ports) =>
  proveSeat({ number: candidateOf(world, PERSON).number, caller: CALLER }, ports);
const told = (world: World) => world.evidence.all().filter(({ kind }) => kind === 'seat-checked');
const lineOf = async (world: World) =>
  (await readCandidateTable(candidateOf(world, PERSON).profileId, world.candidates)).find(
    ({ accountId, roleKey }) => accountId === PERSON && roleKey === SOFTWARE,
  );

/** Somebody who was taken out of the group while Jira did not tell what became of the seat. */
async function unproven(): Promise<World> {
  const { world } = await decided();
  world.jira.failure = (operation) =>
    operation === 'findSeats' ? new Failure('jira-unavailable', 'Jira failed (503).') : undefined;
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'removed', seatFreed: 'unknown' });
  world.jira.failure = () => undefined;
  world.clock.advance(MINUTE);
  return world;
}

/** As if another way led to the seat that Jira names no group for. */
function keepSeat({ jira }: World): void {
  jira.roles.splice(
    0,
    jira.roles.length,
    ...jira.roles.map((role) => ({ ...role, groupIds: [...role.groupIds, 'g-hidden'] })),
  );
  jira.people.get(PERSON)?.groups.add('g-hidden');
}

/** The evaluation of the day after the profile was published. */
async function nextDay(world: World): Promise<void> {
  const { profileId } = candidateOf(world, PERSON);
  world.clock.advanceTo(((await world.profiles.find(profileId))?.publishedAt ?? 0) + DAY);
  await startDueJobs(world.ports);
  await deliverAll(world);
}

test('a seat that was not known to be free is proven by looking again, told once, and stays closed', async () => {
  const world = await unproven();
  const { closedAt } = candidateOf(world, PERSON);
  expect(await lineOf(world)).toMatchObject({ flag: null, seatFreed: 'unknown' });
  ok(await prove(world));
  const candidate = candidateOf(world, PERSON);
  expect(candidate).toMatchObject({ state: 'Closed Complete', seatFreed: 'proven', closedAt });
  expect(candidate.timeline.at(-1)).toMatchObject({
    by: CALLER,
    text: expect.stringMatching(/^Checked again\. .*proven/) as string,
  });
  expect(told(world)).toEqual([expect.objectContaining({ by: CALLER, subject: PERSON, candidate: candidate.number })]);
  expect(told(world)[0]?.details).toMatchObject({ seatFreed: 'proven', before: 'unknown' });
  expect(await lineOf(world)).toMatchObject({ seatFreed: 'proven' });
  expect(await prove(world)).toMatchObject({ ok: false, code: 'refused' });
});

test('a seat that Jira still counts is marked until it is proven to be free', async () => {
  const world = await unproven();
  keepSeat(world);
  ok(await prove(world));
  expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Closed Complete', seatFreed: 'not-freed' });
  expect(await lineOf(world)).toMatchObject({ flag: 'not-freed', seatFreed: 'not-freed' });
  world.jira.people.get(PERSON)?.groups.delete('g-hidden');
  world.clock.advance(MINUTE);
  ok(await prove(world));
  expect(await lineOf(world)).toMatchObject({ flag: null, seatFreed: 'proven' });
  expect(told(world)).toHaveLength(2);
});

test('somebody who comes back to a group is still found when their seat was not freed', async () => {
  const world = await unproven();
  keepSeat(world);
  ok(await prove(world));
  world.clock.advance(DAY / 2);
  world.jira.move(PERSON, 'g-software', true);
  await nextDay(world);
  expect(candidateOf(world, PERSON).returned).not.toBeNull();
});

test('the next evaluation looks again by itself, and tells it once', async () => {
  const world = await unproven();
  await nextDay(world);
  expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Closed Complete', seatFreed: 'proven' });
  expect(told(world)).toEqual([expect.objectContaining({ by: null, subject: PERSON })]);
  expect(await lineOf(world)).toMatchObject({ seatFreed: 'proven' });
});

test('a removal that Jira took and never made frees nothing, is nobody’s return, and is proposed anew', async () => {
  const { world } = await decided();
  world.jira.ignores = (operation) => operation.startsWith('removeMember');
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'removed', seatFreed: 'unknown' });
  const { number } = candidateOf(world, PERSON);
  await nextDay(world);
  const before = await world.candidates.find(number);
  expect(before).toMatchObject({ seatFreed: 'not-freed', groupsRemoved: [], returned: null });
  expect(before?.timeline.at(-1)?.text).toMatch(/Jira shows the person in g-software/);
  expect((await world.settings.listReturns()).size).toBe(0);
  const anew = world.candidates.all().filter(({ accountId, state }) => accountId === PERSON && state === 'Ready');
  expect(anew).toHaveLength(1);
});

describe('a restore that Jira does not show yet', () => {
  /** Given back while reads lag: Jira takes the group and shows the person without it. */
  async function unseen() {
    const world = await unproven();
    ok(await prove(world));
    const restore = () =>
      restoreNow({ number: candidateOf(world, PERSON).number, mode: 'apply', caller: CALLER }, world.ports);
    world.clock.advance(MINUTE);
    world.jira.ignores = (operation) => operation.startsWith('addMember');
    expect(ok(await restore())).toMatchObject({ outcome: 'restored', seatBack: 'unknown' });
    world.jira.ignores = () => false;
    world.jira.people.get(PERSON)?.groups.add('g-software');
    world.clock.advance(MINUTE);
    return { world, restore };
  }

  test('is proven by looking again', async () => {
    const { world } = await unseen();
    ok(await prove(world));
    expect(candidateOf(world, PERSON).restored).toMatchObject({ seatBack: 'proven', groupIds: ['g-software'] });
    expect(told(world).at(-1)?.details).toMatchObject({ seatBack: 'proven', before: 'unknown' });
    expect(await prove(world)).toMatchObject({ ok: false, code: 'refused' });
  });

  test('is proven by restoring once more, which adds nothing', async () => {
    const { world, restore } = await unseen();
    const intended = () => world.evidence.all().filter(({ kind }) => kind === 'restore-intended').length;
    const before = intended();
    expect(ok(await restore())).toMatchObject({ outcome: 'restored', seatBack: 'proven' });
    expect(intended()).toBe(before);
    expect(candidateOf(world, PERSON).restored).toMatchObject({ seatBack: 'proven' });
  });
});

test('the same answer once more changes nothing and is not told', async () => {
  const world = await unproven();
  world.jira.failure = () => undefined;
  world.jira.people.get(PERSON)?.groups.add('g-software'); // Jira still shows the old state
  const before = candidateOf(world, PERSON);
  expect(ok(await prove(world))).toEqual(before);
  expect(candidateOf(world, PERSON)).toEqual(before);
  expect(told(world)).toEqual([]);
});

test('where Jira can’t be asked the failure is told, and nothing is stored', async () => {
  const world = await unproven();
  const before = candidateOf(world, PERSON);
  world.jira.failure = () => new Failure('jira-busy', 'Jira is busy.');
  await expect(prove(world)).rejects.toMatchObject({ code: 'jira-busy' });
  expect(candidateOf(world, PERSON)).toEqual(before);
});

test('whoever has the seat back, or never lost it here, is refused', async () => {
  const world = await unproven();
  ok(await restoreNow({ number: candidateOf(world, PERSON).number, mode: 'apply', caller: CALLER }, world.ports));
  expect(await prove(world)).toMatchObject({ ok: false, code: 'refused' });
  const { world: untouched } = await decided();
  expect(await prove(untouched)).toMatchObject({ ok: false, code: 'refused' });
});

test('a process that dies at any call leaves a proof that is told once if it was stored', async () => {
  const seen = new Set<boolean>();
  for (let atCall = 1; ; atCall += 1) {
    const world = await unproven();
    const died = await prove(world, crashing(world.ports, { atCall, when: 'after' }).ports).then(
      () => false,
      () => true,
    );
    if (!died) break;
    world.clock.advance(81 * MINUTE);
    await finishBegunChanges(world.ports);
    const isStored = candidateOf(world, PERSON).seatFreed === 'proven';
    seen.add(isStored);
    expect({ atCall, told: told(world).length }).toEqual({ atCall, told: isStored ? 1 : 0 });
    expect((await lineOf(world))?.seatFreed).toBe(candidateOf(world, PERSON).seatFreed);
  }
  expect(seen.size).toBe(2);
});
