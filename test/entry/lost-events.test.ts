import '../ports/forge-globals';
import { Failure } from '../../src/ports/failures';
import { stampProductEvent } from '../../src/entry/product-events';
import { utcDay } from '../../src/domain/instant';
import { START, World } from '../fakes/world';

/** A world whose store of stamps refuses puts, and notes of gaps, as long as a test says so. */
function troubled() {
  const world = new World();
  const refuse = { put: true, gap: false };
  const busy = () => Promise.reject(new Failure('store-unavailable', 'RATE_LIMIT_EXCEEDED'));
  const stamps = Object.assign(Object.create(world.stamps) as typeof world.stamps, {
    put: (stamp: Parameters<typeof world.stamps.put>[0]) => (refuse.put ? busy() : world.stamps.put(stamp)),
  });
  const eventGaps = Object.assign(Object.create(world.eventGaps) as typeof world.eventGaps, {
    note: (event: Parameters<typeof world.eventGaps.note>[0]) => (refuse.gap ? busy() : world.eventGaps.note(event)),
  });
  const deliver = (accountId: string, at: number, retryCount?: number) =>
    stampProductEvent(
      {
        eventType: 'avi:jira:viewed:issue',
        atlassianId: accountId,
        timestamp: String(at),
        issue: { id: '1', key: 'A-1' },
        ...(retryCount === undefined ? {} : { retryContext: { retryCount, retryReason: 'FUNCTION_RETRY_REQUEST' } }),
      },
      { ...world.ports, stamps, eventGaps },
    );
  return { world, refuse, deliver };
}

test.each([
  [undefined, 30],
  [1, 120],
  [2, 480],
  [3, 900],
])('an event that can’t be stored is asked for again (try %p): after %d seconds', async (retryCount, seconds) => {
  const { world, deliver } = troubled();
  expect(await deliver('u-1', START, retryCount)).toMatchObject({ retryOptions: { retryAfter: seconds } });
  expect(await world.eventGaps.list(0)).toEqual([]);
});

test('one that comes again when the store is back is stamped with its own moment', async () => {
  const { world, refuse, deliver } = troubled();
  await deliver('u-1', START - 60_000);
  refuse.put = false;
  expect(await deliver('u-1', START - 60_000, 1)).toBeUndefined();
  expect((await world.stamps.listDay(utcDay(START))).stamps).toMatchObject([{ accountId: 'u-1', at: START - 60_000 }]);
  expect(await world.eventGaps.list(0)).toEqual([]);
});

test('after the last try its day is noted as incomplete, never forgotten', async () => {
  const { world, deliver } = troubled();
  expect(await deliver('u-1', START - 5_000, 4)).toBeUndefined();
  expect(await world.eventGaps.list(0)).toMatchObject([
    { day: utcDay(START), from: START - 5_000, lost: { 'avi:jira:viewed:issue': 1 }, unread: {} },
  ]);
});

test('while not even that can be noted, the next events try it for the earliest that was lost', async () => {
  const { world, refuse, deliver } = troubled();
  refuse.gap = true;
  await deliver('u-1', START - 5_000, 4);
  await deliver('u-2', START - 9_000, 4);
  expect(await world.eventGaps.list(0)).toEqual([]);
  Object.assign(refuse, { put: false, gap: false });
  await deliver('u-3', START);
  expect(await world.eventGaps.list(0)).toMatchObject([{ from: START - 9_000, lost: { 'avi:jira:viewed:issue': 2 } }]);
});

test('what apps did, and what this app caused itself, is nobody’s activity', async () => {
  const { world, refuse } = troubled();
  refuse.put = false;
  await world.activitySettings.addApps(['app-known']);
  const event = { eventType: 'avi:jira:updated:issue', timestamp: START };
  await stampProductEvent({ ...event, atlassianId: 'app-known' }, world.ports);
  await stampProductEvent({ ...event, atlassianId: 'app-new', user: { accountType: 'app' } }, world.ports);
  await stampProductEvent({ ...event, atlassianId: 'u-1', selfGenerated: true }, world.ports);
  await stampProductEvent(
    { ...event, atlassianId: 'u-2', selfGenerated: false, user: { accountType: 'atlassian' } },
    world.ports,
  );
  const { stamps } = await world.stamps.listDay(utcDay(START));
  expect(stamps).toEqual([{ day: utcDay(START), accountId: 'u-2', kind: 'issue-changed', at: START, ref: null }]);
});
