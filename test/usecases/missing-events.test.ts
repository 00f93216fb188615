import fc from 'fast-check';
import { MOST_COUNTED } from '../../src/domain/product-events/event-gap';
import { DAY, HOUR } from '../../src/domain/instant';
import { overviewView } from '../../src/entry/overview-view';
import { stampProductEvent } from '../../src/entry/product-events';
import { noteInstallation } from '../../src/usecases/note-installation';
import { readOverview } from '../../src/usecases/read-overview';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { noteBeat } from '../../src/usecases/watch-events';
import { company, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { HAPPENED, PAYLOADS, without } from '../fakes/event-payloads';
import { START, World } from '../fakes/world';

const FAMILIES = Object.values(PAYLOADS);
const UNREADABLE = without(PAYLOADS.updatedIssue, 'atlassianId');

/** Published, and events told of everything on the day before. */
async function watched() {
  const world = company();
  const installed = { installation: 'i', version: '1' };
  await noteInstallation({ installed, said: 'installed', by: null }, world.ports);
  const profile = await publish(world);
  await deliverAll(world);
  const nextDay = async () => {
    const until = world.clock.now() + DAY;
    for (let at = world.clock.now() + HOUR; at < until; at += HOUR) {
      world.clock.advanceTo(at);
      await noteBeat(world.ports);
    }
    world.clock.advanceTo(until);
    await startDueJobs(world.ports);
    await deliverAll(world);
  };
  const tell = (payload: object) =>
    stampProductEvent({ ...payload, timestamp: String(world.clock.now()) }, world.ports);
  const plan = async () => (await world.runs.findLatest(profile.id, 'activity'))?.plan?.kind;
  const health = async () => overviewView(await readOverview(world.ports), [], world.clock.now()).health;
  await tell({ ...PAYLOADS.commented, atlassianId: 'u-commenter' });
  await nextDay();
  return { world, profile, tell, nextDay, plan, health };
}

test('a day with an event that names nobody is read from Jira once, and the overview says so', async () => {
  const { tell, nextDay, plan, health } = await watched();
  await nextDay();
  expect(await plan()).toBe('events');
  expect(await health()).toMatchObject({ state: 'healthy', notes: [] });
  await tell(UNREADABLE);
  expect(await health()).toMatchObject({ state: 'incomplete' });
  await nextDay();
  expect(await plan()).toMatch(/crawl|probe/);
  expect(await health()).toMatchObject({
    state: 'healthy',
    notes: [expect.stringMatching(/2026-11-25 did not say who worked \(updated issue 1\)/)],
  });
  await nextDay();
  expect(await plan()).toBe('events');
});

test('a view that names nobody is no reason to search: only views are not known before it', async () => {
  const { world, profile, tell, nextDay, plan } = await watched();
  const at = world.clock.now();
  await tell(without(PAYLOADS.viewedIssue, 'atlassianId', 'user'));
  await nextDay();
  expect(await plan()).toBe('events');
  expect((await world.activity.findCoverage(profile.id))?.viewsFrom).toBeGreaterThan(at);
});

test('a flood of them is counted up to a bound, and then costs no write', async () => {
  const world = new World();
  for (let n = 0; n < MOST_COUNTED + 20; n += 1) await stampProductEvent(UNREADABLE, world.ports);
  expect(await world.eventGaps.list(0)).toMatchObject([{ unread: { 'avi:jira:updated:issue': MOST_COUNTED } }]);
});

test('any lateness, repetition and order of events tells the same; what can’t be read always ends in a gap', async () => {
  const happening = fc.record({
    payload: fc.constantFrom(...FAMILIES, UNREADABLE),
    at: fc.integer({ min: HAPPENED - DAY, max: HAPPENED }),
    copies: fc.integer({ min: 1, max: 3 }),
    lateness: fc.array(fc.integer({ min: 0, max: 180_000 }), { minLength: 3, maxLength: 3 }),
  });
  const outcomeOf = async (arrivals: { payload: object; at: number; arrives: number }[]) => {
    const world = new World();
    world.clock.advanceTo(START);
    for (const { payload, at, arrives } of [...arrivals].sort((a, b) => a.arrives - b.arrives)) {
      world.clock.advanceTo(arrives);
      await stampProductEvent({ ...payload, timestamp: String(at) }, world.ports);
    }
    const days = [...new Set(arrivals.map(({ at }) => new Date(at).toISOString().slice(0, 10)))].sort();
    const people = [];
    for (const day of days)
      for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
        const page = await world.stamps.listDay(day, cursor);
        people.push(...page.stamps.map((stamp) => `${day} ${stamp.accountId}`));
        cursor = page.cursor;
      }
    const gaps = (await world.eventGaps.list(0)).map(({ day, from, unread }) => [day, from, Object.keys(unread)]);
    return { people: [...new Set(people)].sort(), gaps };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 8 }), async (happenings) => {
      const inOrder = happenings.map(({ payload, at }) => ({ payload, at, arrives: at + DAY }));
      const disorderly = happenings.flatMap(({ payload, at, copies, lateness }) =>
        lateness.slice(0, copies).map((late) => ({ payload, at, arrives: at + DAY + late })),
      );
      const outcome = await outcomeOf(inOrder);
      expect(await outcomeOf(disorderly)).toEqual(outcome);
      const unread = happenings.filter(({ payload }) => payload === UNREADABLE);
      const days = new Set(unread.map(({ at }) => new Date(at).toISOString().slice(0, 10)));
      expect(outcome.gaps.map(([day]) => day)).toEqual([...days].sort());
    }),
    { numRuns: 40 },
  );
});
