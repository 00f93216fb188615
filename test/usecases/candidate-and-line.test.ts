import { isOpen } from '../../src/domain/removal-candidate';
import { Failure } from '../../src/ports/failures';
import type { Ports } from '../../src/ports/ports';
import { closeCandidate } from '../../src/usecases/candidate-by-hand';
import { findLine, readCandidateTable, resizeCandidateTable } from '../../src/usecases/candidate-table';
import { createCandidate } from '../../src/usecases/create-candidate';
import { crashing, Killed } from '../fakes/crashing';
import { ok, SOFTWARE } from '../fakes/company';
import { CALLER, decided } from '../fakes/decided';
import type { World } from '../fakes/world';

/** A seat that is proposed by hand has a candidate and a line, or it can be proposed again. */

const PERSON = 'u-editor';
const propose = (profileId: string, ports: Ports) =>
  createCandidate(
    {
      profileId,
      accountId: PERSON,
      roleKey: SOFTWARE,
      justification: 'Unallocated',
      note: 'Left the team',
      caller: CALLER,
    },
    ports,
  );

/** The ports with a store of candidates that does some things otherwise. */
function storing(world: World, changed: Partial<Ports['candidates']>): Ports {
  return { ...world.ports, candidates: Object.assign(Object.create(world.candidates) as Ports['candidates'], changed) };
}
const lineIn = (world: World, profileId: string) =>
  findLine({ profileId, accountId: PERSON, roleKey: SOFTWARE }, world.candidates);
const openOf = (world: World) =>
  world.candidates.all().filter(({ accountId, state }) => accountId === PERSON && isOpen(state));

/** Every open line is about a candidate that somebody can open and close. */
async function expectWhole(world: World, profileId: string): Promise<void> {
  for (const line of await readCandidateTable(profileId, world.candidates))
    if (isOpen(line.state)) expect(await world.candidates.find(line.number)).toMatchObject({ state: line.state });
}

test.each(['before', 'after'] as const)('a process that dies %s any call leaves no line alone', async (when) => {
  for (let atCall = 1, isOver = false; !isOver; atCall += 1) {
    const { world, profile } = await decided();
    const dying = crashing(world.ports, { atCall, when });
    const cut = await propose(profile.id, dying.ports).catch((error: unknown) => error);
    isOver = !(cut instanceof Killed);
    await expectWhole(world, profile.id);
    const again = await propose(profile.id, world.ports);
    const line = await lineIn(world, profile.id);
    if (!again.ok) expect(again.message).toContain(`${line?.number}`);
    const number = line?.number ?? '';
    ok(await closeCandidate({ number, to: 'Closed Skipped', note: '', caller: CALLER }, world.ports));
    await expectWhole(world, profile.id);
  }
});

test('a candidate that the store does not take can be proposed again', async () => {
  const { world, profile } = await decided();
  const createAll = () => Promise.reject(new Failure('store-unavailable', 'No room.'));
  await expect(propose(profile.id, storing(world, { createAll }))).rejects.toThrow(Failure);
  expect(await lineIn(world, profile.id)).toBeUndefined();
  const { number } = ok(await propose(profile.id, world.ports));
  expect(await lineIn(world, profile.id)).toMatchObject({ number, state: 'Ready' });
});

test('a line whose candidate does not exist gives way', async () => {
  const { world, profile } = await decided();
  const { number } = ok(await propose(profile.id, storing(world, { createAll: () => Promise.resolve() })));
  expect(await world.candidates.find(number)).toBeUndefined();
  const next = ok(await propose(profile.id, world.ports));
  expect(await lineIn(world, profile.id)).toMatchObject({ number: next.number });
  await expectWhole(world, profile.id);
});

test('of two who propose a seat at the same moment one is told of the other’s candidate', async () => {
  const { world, profile } = await decided();
  let faster: Awaited<ReturnType<typeof propose>> | undefined;
  const createAll: Ports['candidates']['createAll'] = async (candidates) => {
    await world.candidates.createAll(candidates);
    faster = await propose(profile.id, world.ports);
  };
  const slower = await propose(profile.id, storing(world, { createAll }));
  const { number } = ok(faster ?? slower);
  expect(slower).toMatchObject({ code: 'conflict', message: `This seat is a removal candidate already: ${number}.` });
  expect(openOf(world).map((each) => each.number)).toEqual([number]);
  expect(world.evidence.all().filter(({ kind }) => kind === 'candidate-created')).toHaveLength(1);
});

test.each([1, 2])('a table that an evaluation cuts anew at look %d stays so and knows the candidate', async (look) => {
  const { world, profile } = await decided();
  const before = (await world.candidates.findBucketCount(profile.id)) ?? 0;
  let looks = 0;
  const findBucketCount = async (id: string) => {
    const count = await world.candidates.findBucketCount(id);
    looks += 1;
    if (looks === look) await resizeCandidateTable(id, 2 * before, world.candidates);
    return count;
  };
  const { number } = ok(await propose(profile.id, storing(world, { findBucketCount })));
  expect(await world.candidates.findBucketCount(profile.id)).toBe(2 * before);
  expect(await lineIn(world, profile.id)).toMatchObject({ number });
});
