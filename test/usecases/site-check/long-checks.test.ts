import { HOUR, MINUTE } from '../../../src/domain/instant';
import { ASSUMED_SEATS, LOAD_ROUNDS } from '../../../src/domain/site-check/memory-load';
import { EventKnowledge } from '../../../src/usecases/event-knowledge';
import { recordProductEvent } from '../../../src/usecases/record-product-event';
import { advanceCheck } from '../../../src/usecases/site-check/advance-check';
import { runCheck } from '../../../src/usecases/site-check/run-check';
import { settleStaleChecks } from '../../../src/usecases/site-check/settle-checks';
import { stopCheck } from '../../../src/usecases/site-check/watch-arrivals';
import { company, publish } from '../../fakes/company';
import { deliverAll } from '../../fakes/deliver';
import { World } from '../../fakes/world';

const ADMIN = 'u-admin';
let world: World;
beforeEach(() => {
  world = new World();
});

const site = () => world.siteChecks.find();
const dies = () => {
  throw new Error('killed');
};

describe('the memory of a job', () => {
  const message = async () => {
    await runCheck('job-memory', ADMIN, world.ports);
    const [first] = world.queue.siteChecks;
    if (!first) throw new Error('nothing was pushed');
    return first;
  };

  test('is measured over all rounds, and the peak counts', async () => {
    world.peakMb = 440;
    await advanceCheck(await message(), world.ports, () => undefined);
    expect((await site()).answers['job-memory']).toMatchObject({
      outcome: 'tight',
      facts: { peakMb: 440, limitMb: 512, rounds: LOAD_ROUNDS, seats: ASSUMED_SEATS },
    });
    expect((await site()).begun).toEqual([]);
  });

  test('is measured with as many seats as the largest list has', async () => {
    world = company();
    await publish(world);
    await deliverAll(world);
    const sizes = new Set<number>();
    await advanceCheck(await message(), world.ports, (_round, seats) => sizes.add(seats));
    expect([...sizes]).toEqual([12]);
    expect((await site()).answers['job-memory']).toMatchObject({ facts: { seats: 12 } });
  });

  test('is begun once, however often somebody clicks', async () => {
    await message();
    await runCheck('job-memory', ADMIN, world.ports);
    expect(world.queue.siteChecks).toHaveLength(1);
  });

  test('is given up where every function that worked on it died', async () => {
    const pushed = await message();
    for (let n = 0; n < 3; n += 1) await advanceCheck(pushed, world.ports, dies).catch((error: unknown) => error);
    await advanceCheck(pushed, world.ports);
    expect((await site()).answers['job-memory']?.outcome).toBe('stopped');
  });

  test('stops when somebody says so, without an answer', async () => {
    const pushed = await message();
    await stopCheck({ check: 'job-memory', didIt: false }, ADMIN, world.ports);
    await advanceCheck(pushed, world.ports);
    expect(await site()).toMatchObject({ answers: {}, begun: [] });
  });

  test('is settled by the tick when nobody is at it any more', async () => {
    await message();
    world.clock.advance(HOUR);
    await settleStaleChecks(world.ports);
    expect((await site()).answers['job-memory']).toMatchObject({ outcome: 'unfinished', by: null });
  });
});

describe('a watch', () => {
  const arrives = (kind: 'issue-viewed' | 'issue-changed', accountId = ADMIN) =>
    recordProductEvent(
      { accountId, kind, at: world.clock.now() - MINUTE, ref: null },
      new EventKnowledge(),
      world.ports,
    );
  const wait = (ms: number) => world.clock.advance(ms);

  beforeEach(() => runCheck('board-views', ADMIN, world.ports));

  test('is answered by the event of whoever began it, with its lateness', async () => {
    wait(2 * MINUTE);
    await arrives('issue-viewed');
    const { answers, begun } = await site();
    expect(answers['board-views']).toMatchObject({
      outcome: 'arrive',
      facts: { lateSeconds: 60, copies: 1 },
      by: ADMIN,
    });
    expect(begun).toMatchObject([{ heard: { copies: 1 } }]);
  });

  test('counts the copies of the event that come later, and no other event', async () => {
    wait(2 * MINUTE);
    const at = world.clock.now() - MINUTE;
    const again = (moment: number) =>
      recordProductEvent(
        { accountId: ADMIN, kind: 'issue-viewed', at: moment, ref: null },
        new EventKnowledge(),
        world.ports,
      );
    for (const moment of [at, at, at + 1]) await again(moment);
    expect((await site()).answers['board-views']).toMatchObject({ facts: { lateSeconds: 60, copies: 2 } });
    // It is over all the same: it can be begun anew, and nobody can say that nothing came.
    wait(15 * MINUTE);
    await stopCheck({ check: 'board-views', didIt: true }, ADMIN, world.ports);
    expect((await site()).answers['board-views']?.outcome).toBe('arrive');
    await runCheck('board-views', ADMIN, world.ports);
    expect((await site()).begun).toMatchObject([{ heard: null }]);
  });

  test.each([
    ['of somebody else', 'issue-viewed', 'u-other', 2 * MINUTE],
    ['of another kind', 'issue-changed', ADMIN, 2 * MINUTE],
    ['from before it', 'issue-viewed', ADMIN, 0],
  ] as const)('is not answered by an event %s', async (_what, kind, accountId, later) => {
    wait(later);
    await arrives(kind, accountId);
    expect((await site()).begun).toHaveLength(1);
  });

  test('counts views that the app does not count otherwise', async () => {
    const settings = await world.activitySettings.find();
    await world.activitySettings.replace({ ...settings, countViews: false });
    wait(2 * MINUTE);
    await arrives('issue-viewed');
    expect((await site()).answers['board-views']?.outcome).toBe('arrive');
  });

  test('says that nothing arrives only after the longest time an event may take, and if it was done', async () => {
    wait(5 * MINUTE);
    await stopCheck({ check: 'board-views', didIt: true }, ADMIN, world.ports);
    expect((await site()).answers['board-views']).toBeUndefined();

    await runCheck('board-views', ADMIN, world.ports);
    wait(12 * MINUTE);
    await stopCheck({ check: 'board-views', didIt: false }, ADMIN, world.ports);
    expect((await site()).answers['board-views']).toBeUndefined();

    await runCheck('board-views', ADMIN, world.ports);
    wait(12 * MINUTE);
    await stopCheck({ check: 'board-views', didIt: true }, ADMIN, world.ports);
    expect((await site()).answers['board-views']?.outcome).toBe('missing');
  });

  test('is forgotten by the tick', async () => {
    wait(2 * HOUR);
    await settleStaleChecks(world.ports);
    expect(await site()).toMatchObject({ answers: {}, begun: [] });
  });
});
