import fc from 'fast-check';
import { DAY, HOUR } from '../../src/domain/instant';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { readSeatsAlone } from '../../src/usecases/second-person';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { asking, DAYS, pass } from '../fakes/asking';
import { DESK, IDLE, KEPT_ALIVE, ok, SOFTWARE } from '../fakes/company';
import { candidateOf } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import { APPROVER, ASKER, limitedTo, OTHER, READY, removedPeople } from '../fakes/second-person';
import type { World } from '../fakes/world';

const numbersOf = (world: World, people: readonly string[]) => people.map((id) => candidateOf(world, id).number);
const start = (world: World, profileId: string, people: readonly string[]) => {
  const numbers = numbersOf(world, people);
  return startReclaim({ profileId, numbers, expectedCount: people.length, caller: OTHER }, world.ports);
};
const click = async (world: World, accountId: string) => {
  const { number } = candidateOf(world, accountId);
  return ok(await reclaimNow({ number, mode: 'apply', caller: OTHER }, world.ports));
};
const alone = async (world: World, profileId: string) =>
  Object.fromEntries(await readSeatsAlone(profileId, world.ports));
const REFUSED = { ok: false, code: 'refused', message: expect.stringMatching(/Ask for approval/) as string };

describe('a batch', () => {
  test('that is larger than one person may take alone is refused; one as large is not', async () => {
    const { world, profile } = await limitedTo(2);
    expect(await start(world, profile.id, [...IDLE, ASKER])).toMatchObject(REFUSED);
    expect(world.queue.waiting).toEqual([]);
    ok(await start(world, profile.id, IDLE));
    await deliverAll(world);
    expect(removedPeople(world)).toEqual(IDLE);
  });

  test('of nobody but one takes a second person where the rule says none', async () => {
    const { world, profile } = await limitedTo(0);
    expect(await start(world, profile.id, ['u-idle'])).toMatchObject(REFUSED);
  });

  test('is judged by the rule of each application by itself', async () => {
    const { world, profile } = await limitedTo(5);
    const desk = (await world.ports.rules.list(profile.id)).find(({ roleKey }) => roleKey === DESK);
    if (desk) await world.ports.rules.save({ ...desk, secondPersonAbove: 0 });
    ok(await start(world, profile.id, [...IDLE, ASKER]));
    const numbers = [candidateOf(world, 'u-idle-twice', DESK).number];
    const one = { profileId: profile.id, numbers, expectedCount: 1, caller: OTHER };
    expect(await startReclaim(one, world.ports)).toMatchObject(REFUSED);
  });
});

describe('several batches', () => {
  test('count together for 24 hours', async () => {
    const { world, profile } = await limitedTo(2);
    ok(await start(world, profile.id, ['u-idle']));
    await deliverAll(world);
    expect(await start(world, profile.id, [ASKER, APPROVER])).toMatchObject(REFUSED);
    world.clock.advance(DAY + HOUR);
    expect(await start(world, profile.id, [ASKER, APPROVER])).toMatchObject({ ok: true });
  });

  test('count before they had their turn', async () => {
    const { world, profile } = await limitedTo(2);
    ok(await start(world, profile.id, ['u-idle']));
    ok(await start(world, profile.id, ['u-idle-twice']));
    expect(await alone(world, profile.id)).toEqual({ [SOFTWARE]: 0, [DESK]: 2 });
    expect(await start(world, profile.id, [ASKER])).toMatchObject(REFUSED);
    // Whoever is in it already is no further seat.
    expect(await start(world, profile.id, ['u-idle'])).toMatchObject({ ok: true });
  });

  test('take no more when they are started at the same moment', async () => {
    const { world, profile } = await limitedTo(2);
    await Promise.all([start(world, profile.id, IDLE), start(world, profile.id, [ASKER, APPROVER])]);
    await deliverAll(world);
    expect(removedPeople(world)).toHaveLength(2);
    expect((await world.runs.list({})).runs.map(({ summary }) => summary).join()).toMatch(/without a second person/);
  });

  test('never take more than the limit, however they are cut and wherever they overtake each other', async () => {
    const people = [...IDLE, ASKER, APPROVER];
    const batch = fc.record({
      people: fc.subarray(people, { minLength: 1 }),
      isDelivered: fc.boolean(),
      /** The list of runs does not show this one yet. */
      isLate: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.array(batch, { maxLength: 5 }), async (above, batches) => {
        const { world, profile } = await limitedTo(above);
        for (const { people: chosen, isDelivered, isLate } of batches) {
          world.runs.lag.active = isLate;
          await start(world, profile.id, chosen);
          if (isDelivered) await deliverAll(world);
        }
        await deliverAll(world);
        expect(removedPeople(world).length).toBeLessThanOrEqual(above);
      }),
      { numRuns: 30 },
    );
  });
});

describe('one click', () => {
  test('is not held, but counts', async () => {
    const { world, profile } = await limitedTo(1);
    for (const accountId of IDLE) expect(await click(world, accountId)).toMatchObject({ outcome: 'removed' });
    expect(await alone(world, profile.id)).toEqual({ [SOFTWARE]: 0, [DESK]: 1 });
    expect(await start(world, profile.id, [ASKER])).toMatchObject(REFUSED);
  });

  test('holds a run that it used the limit up for', async () => {
    const { world, profile } = await limitedTo(2);
    ok(await start(world, profile.id, [ASKER, APPROVER]));
    for (const accountId of IDLE) await click(world, accountId);
    await deliverAll(world);
    expect(removedPeople(world)).toEqual(IDLE);
  });
});

describe('asking people first', () => {
  const limit = async (world: World, profileId: string, secondPersonAbove: number) => {
    for (const rule of await world.ports.rules.list(profileId))
      await world.ports.rules.save({ ...rule, secondPersonAbove });
  };

  test('is a batch as well, and whoever was asked counts', async () => {
    const { world, profile } = await asking();
    await limit(world, profile.id, 2);
    expect(await start(world, profile.id, [...IDLE, KEPT_ALIVE])).toMatchObject(REFUSED);
    ok(await start(world, profile.id, IDLE));
    await deliverAll(world);
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting User');
    expect(await alone(world, profile.id)).toEqual({ [SOFTWARE]: 0, [DESK]: 2 });
    expect(await start(world, profile.id, [KEPT_ALIVE])).toMatchObject(REFUSED);
  });

  test('takes back who did not answer, whatever the limit', async () => {
    const { world, profile } = await asking();
    for (const accountId of IDLE) expect(await click(world, accountId)).toMatchObject({ outcome: 'asked' });
    await limit(world, profile.id, 0);
    await pass(world, DAYS + 1);
    expect(removedPeople(world)).toEqual(IDLE);
  });
});

test('without a limit one person takes everything, and nothing is said of a limit', async () => {
  const { world, profile } = await limitedTo(0);
  for (const rule of await world.ports.rules.list(profile.id))
    await world.ports.rules.save({ ...rule, secondPersonAbove: null });
  expect(await alone(world, profile.id)).toEqual({});
  const all = { profileId: profile.id, numbers: 'all-ready', expectedCount: READY, caller: OTHER } as const;
  expect(await startReclaim(all, world.ports)).toMatchObject({ ok: true });
});
