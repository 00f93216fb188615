import { DAY, MINUTE, utcDay } from '../../src/domain/instant';
import { estimateViewCost } from '../../src/domain/view-counting';
import { beginCounting, readActivitySettings, saveActivitySettings } from '../../src/usecases/activity-settings';
import { EventKnowledge } from '../../src/usecases/event-knowledge';
import { recordProductEvent } from '../../src/usecases/record-product-event';
import { company, ok, OPERATOR, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { START, World } from '../fakes/world';

const change = (countViews: boolean, revision: number) => ({ countViews, revision, caller: OPERATOR });
const view = (world: World, accountId: string) =>
  ({ accountId, kind: 'issue-viewed', at: world.clock.now(), ref: 'A-1' }) as const;

test('views are counted from the first event on, until somebody switches them off, on record', async () => {
  const world = new World();
  expect(await readActivitySettings(world.ports)).toMatchObject({ countViews: true, viewsFrom: null, revision: 0 });
  await recordProductEvent(view(world, 'u-1'), new EventKnowledge(), world.ports);
  expect(await readActivitySettings(world.ports)).toMatchObject({ viewsFrom: START, revision: 1 });
  world.clock.advance(DAY);
  const off = ok(await saveActivitySettings(change(false, 1), world.ports));
  expect(off).toMatchObject({ countViews: false, viewsFrom: null, revision: 2 });
  expect(world.evidence.all().at(-1)).toMatchObject({
    kind: 'activity-settings-saved',
    by: OPERATOR,
    details: { before: true, countViews: false, viewsFrom: null },
  });
});

test('switched on again, what was missed stays unknown: they are known from now on', async () => {
  const world = new World();
  ok(await saveActivitySettings(change(false, 0), world.ports));
  world.clock.advance(DAY);
  const on = ok(await saveActivitySettings(change(true, 1), world.ports));
  expect(on).toMatchObject({ countViews: true, viewsFrom: START + DAY });
  world.clock.advance(DAY);
  const again = ok(await saveActivitySettings(change(true, 2), world.ports));
  expect(again.viewsFrom).toBe(START + DAY);
});

test('a page that somebody else overtook changes nothing', async () => {
  const world = new World();
  expect(await saveActivitySettings(change(false, 7), world.ports)).toMatchObject({ ok: false, code: 'conflict' });
  expect(await readActivitySettings(world.ports)).toMatchObject({ countViews: true, revision: 0 });
  expect(world.evidence.all()).toEqual([]);
});

test('who begins to count second changes nothing', async () => {
  const { ports, activitySettings, clock } = new World();
  const before = await activitySettings.find();
  await beginCounting(before, ports);
  clock.advance(DAY);
  expect(await beginCounting(before, ports)).toMatchObject({ viewsFrom: START, revision: 1 });
});

test('a container obeys the switch within five minutes, for views only', async () => {
  const world = new World();
  const container = new EventKnowledge();
  const record = (accountId: string, kind: 'issue-viewed' | 'link') =>
    recordProductEvent({ ...view(world, accountId), kind }, container, world.ports);
  expect(await record('u-1', 'issue-viewed')).toBe('stamped');
  ok(await saveActivitySettings(change(false, 1), world.ports));
  world.clock.advance(5 * MINUTE);
  expect(await record('u-2', 'issue-viewed')).toBe('ignored');
  expect(await record('u-2', 'link')).toBe('stamped');
  const { stamps } = await world.stamps.listDay(utcDay(world.clock.now()));
  expect(stamps.map(({ accountId, kind }) => [accountId, kind])).toEqual([
    ['u-1', 'issue-viewed'],
    ['u-2', 'link'],
  ]);
});

test('apps that downloads and activity runs saw are remembered', async () => {
  const world = company();
  await publish(world);
  await deliverAll(world);
  expect([...(await world.activitySettings.listApps())]).toEqual(['app']);
});

test('the cost is estimated from the people with a seat and how many of them work', async () => {
  expect(estimateViewCost(20_000, 1)).toEqual({
    people: 20_000,
    invocationsPerMonth: 10_500_000,
    gbSecondsPerMonth: 328_125,
  });
  const world = company();
  expect((await readActivitySettings(world.ports)).cost).toMatchObject({ people: 0, invocationsPerMonth: 0 });
  const { id } = await publish(world);
  await deliverAll(world);
  const { cost } = await readActivitySettings(world.ports);
  const seats = (await world.subscriptions.findCurrent(id))?.people ?? 0;
  expect(cost.people).toBeGreaterThan(0);
  expect(cost.people).toBeLessThan(seats);
});
