import { DAY } from '../../src/domain/instant';
import type { LicensePosition } from '../../src/domain/license-position';
import { acknowledgeTrend } from '../../src/usecases/acknowledge-trend';
import { getSafetyGate } from '../../src/usecases/read-gate';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { ok } from '../fakes/company';
import { CALLER, click, decided } from '../fakes/decided';
import type { World } from '../fakes/world';

const numbers = (position: LicensePosition, active: number) =>
  position.byRole.map((role) => ({ ...role, seats: 200, active, inactive: 200 - active, candidates: 0 }));

/** A site on which far fewer people are active than the day before. */
async function dropped() {
  const { world, profile } = await decided();
  const position = await world.positions.find(profile.id);
  if (!position) throw new Error('nothing was judged');
  await world.positions.save(profile.id, { ...position, at: position.at - DAY, byRole: numbers(position, 180) });
  await world.positions.save(profile.id, position);
  return { world, profile, position };
}

const acknowledge = (world: World, profileId: string, evaluatedAt: number) =>
  acknowledgeTrend({ profileId, evaluatedAt, caller: CALLER }, world.ports);
const trend = async (world: World, profileId: string) =>
  ok(await getSafetyGate({ profileId, stored: true }, world.ports)).find(({ name }) => name === 'Trend');
const told = (world: World) => world.evidence.all().filter(({ kind }) => kind === 'trend-acknowledged');

test('numbers that somebody found right hold nothing any more, and who it was is on record with them', async () => {
  const { world, profile, position } = await dropped();
  expect(await trend(world, profile.id)).toMatchObject({ ok: false, abnormal: { acknowledged: null } });
  ok(await acknowledge(world, profile.id, position.at));
  expect(await trend(world, profile.id)).toMatchObject({
    ok: true,
    abnormal: { evaluatedAt: position.at, acknowledged: { at: world.clock.now(), by: CALLER } },
  });
  expect(told(world)).toMatchObject([
    {
      by: CALLER,
      text: expect.stringContaining('were on the days before') as string,
      details: { evaluatedAt: position.at, usual: { active: 180 * position.byRole.length } },
    },
  ]);
  expect((await click(world, 'u-idle')).outcome).toBe('removed');
  const all = { profileId: profile.id, numbers: 'all-ready', expectedCount: 3, caller: CALLER } as const;
  expect(await startReclaim(all, world.ports)).toMatchObject({ ok: true });
});

test('saying it twice is told once', async () => {
  const { world, profile, position } = await dropped();
  ok(await acknowledge(world, profile.id, position.at));
  ok(await acknowledge(world, profile.id, position.at));
  expect(told(world)).toHaveLength(1);
});

test.each<[string, (at: number) => number, 'conflict']>([
  ['an earlier evaluation', (at) => at - DAY, 'conflict'],
  ['one that is not there', (at) => at + 1, 'conflict'],
])('%s can’t be found right', async (_name, of, code) => {
  const { world, profile, position } = await dropped();
  expect(await acknowledge(world, profile.id, of(position.at))).toMatchObject({ ok: false, code });
  expect(await trend(world, profile.id)).toMatchObject({ ok: false });
  expect(told(world)).toEqual([]);
});

test('where nothing is abnormal there is nothing to find right, nor in a profile that is gone', async () => {
  const { world, profile } = await decided();
  const position = await world.positions.find(profile.id);
  expect(await acknowledge(world, profile.id, position?.at ?? 0)).toMatchObject({ ok: false, code: 'refused' });
  expect(await acknowledge(world, 'p-none', 0)).toMatchObject({ ok: false, code: 'not-found' });
});

test('another abnormal change holds again; until then the next evaluations are covered', async () => {
  const { world, profile, position } = await dropped();
  const few = { ...position, byRole: numbers(position, 60) };
  await world.positions.save(profile.id, few);
  ok(await acknowledge(world, profile.id, few.at));
  await world.positions.save(profile.id, { ...few, at: few.at + DAY });
  expect(await trend(world, profile.id)).toMatchObject({ ok: true, abnormal: { acknowledged: { by: CALLER } } });
  const fewer = { ...few, at: few.at + 2 * DAY, byRole: numbers(position, 20) };
  await world.positions.save(profile.id, fewer);
  expect(await trend(world, profile.id)).toMatchObject({ ok: false, abnormal: { acknowledged: null } });
  ok(await acknowledge(world, profile.id, fewer.at));
  expect(await trend(world, profile.id)).toMatchObject({ ok: true });
  expect(told(world)).toHaveLength(2);
});
