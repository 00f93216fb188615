import { PERSON } from './fake-jira';
import { MINUTE, START, startFixture, type Fixture } from './fixture';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  fixture.switches.setAll({ eventDelay: 0, eventsDoubled: false, ticksDoubled: false });
});
afterAll(() => fixture.host.stop());

const view = (at: number, by = PERSON, selfGenerated = false) => ({
  eventType: 'avi:jira:viewed:issue',
  at,
  payload: { eventType: 'avi:jira:viewed:issue', timestamp: String(at), atlassianId: by },
  selfGenerated,
});

test('scheduled triggers fire about five minutes after the start, then by interval, in simulated time', async () => {
  const { invocations } = await fixture.host.advanceTo(START + 125 * MINUTE);
  const hours = fixture.notes('tick').map(({ at }) => Math.floor((Number(at) - START) / MINUTE));
  expect(hours).toEqual([5, 65, 125]);
  expect(invocations).toBe(3);
  expect(fixture.notes('tick')[0]).toMatchObject({ context: { cloudId: 'cloud-1', moduleKey: 'hourly' } });
});

test('a scheduled trigger can be run at once, and an unknown one can not', async () => {
  const before = fixture.notes('tick').length;
  expect(await fixture.host.trigger('hourly')).toMatchObject({ success: true });
  expect(fixture.notes('tick')).toHaveLength(before + 1);
  expect(fixture.host.trigger('never')).toBeUndefined();
});

test('views become events at their times, in order, without the app itself', async () => {
  const from = fixture.clock.now();
  fixture.jira.views = [view(from + 3 * MINUTE), view(from + MINUTE), view(from + 2 * MINUTE, 'app', true)];
  await fixture.host.advanceTo(from + 10 * MINUTE);
  const seen = fixture.notes('event').map(({ seenAt }) => Math.floor((Number(seenAt) - from) / MINUTE));
  expect(seen).toEqual([1, 3]);
});

test('time moves as far as asked, whatever happens on the way', async () => {
  const target = fixture.clock.now() + 3 * 24 * 60 * MINUTE;
  const before = fixture.notes('tick').length;
  await fixture.host.advanceTo(target);
  expect(fixture.clock.now()).toBeGreaterThanOrEqual(target);
  expect(fixture.clock.now()).toBeLessThan(target + MINUTE);
  expect(fixture.notes('tick').length - before).toBe(72);
});

test('whoever waits for time is let go when the site stops', async () => {
  const other = await startFixture();
  const waiting = other.host.advanceTo(START + 365 * 24 * 60 * MINUTE);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await other.host.stop();
  await waiting;
  expect(other.clock.now()).toBeLessThan(START + 366 * 24 * 60 * MINUTE);
});
