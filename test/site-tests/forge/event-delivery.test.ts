import { ADMIN, PERSON } from './fake-jira';
import { MINUTE, START, startFixture, type Fixture } from './fixture';

const EVENTS = 200;

/** Events of consecutive seconds, on a host of their own; answers what came, in order of arrival. */
async function delivered(switches: Record<string, unknown>) {
  const fixture = await startFixture();
  fixture.switches.setAll(switches);
  const from = fixture.clock.now();
  fixture.jira.views = Array.from({ length: EVENTS }, (_, n) => view(from + (n + 1) * 1_000));
  await fixture.host.advanceTo(from + 10 * MINUTE);
  const came = fixture
    .notes('event')
    .map(({ timestamp, seenAt }) => ({ at: Number(timestamp), late: Number(seenAt) - Number(timestamp), seenAt }))
    .sort((a, b) => Number(a.seenAt) - Number(b.seenAt));
  await fixture.host.stop();
  return came;
}

const view = (at: number) => ({
  eventType: 'avi:jira:viewed:issue',
  at,
  payload: { eventType: 'avi:jira:viewed:issue', timestamp: String(at), atlassianId: PERSON },
  selfGenerated: false,
});
const isSorted = (numbers: readonly number[]) => numbers.every((each, n) => n === 0 || each >= (numbers[n - 1] ?? 0));

test('events come up to three minutes late, some twice, out of order, and all of them', async () => {
  const came = await delivered({});
  const late = came.map((each) => each.late);
  expect(Math.max(...late)).toBeGreaterThan(MINUTE);
  expect(Math.max(...late)).toBeLessThan(4 * MINUTE);
  expect(new Set(came.map(({ at }) => at)).size).toBe(EVENTS);
  expect(came.length).toBeGreaterThan(EVENTS);
  expect(isSorted(came.map(({ at }) => at))).toBe(false);
});

test('a kinder site delivers at once, once and in order, or leaves the time out', async () => {
  const came = await delivered({ eventDelay: 0, eventsDoubled: false });
  expect(came).toHaveLength(EVENTS);
  expect(Math.max(...came.map(({ late }) => late))).toBeLessThan(10_000);
  expect(isSorted(came.map(({ at }) => at))).toBe(true);
  const timeless = await delivered({ eventTimestamps: false });
  expect(new Set(timeless.map(({ at }) => at))).toEqual(new Set([NaN]));
});

describe('an installation', () => {
  let fixture: Fixture;
  beforeEach(async () => {
    fixture = await startFixture();
  });
  afterEach(() => fixture.host.stop());

  test('is told before the app’s storage and permissions are ready, and once more', async () => {
    await fixture.host.install(ADMIN);
    expect(fixture.notes('installed')).toEqual([]);
    expect(await fixture.call('jira', { as: 'app' })).toMatchObject({ ok: true, value: { status: 401 } });
    await fixture.host.advanceTo(START + 2 * MINUTE);
    expect(fixture.notes('installed')).toEqual([{ installerAccountId: ADMIN }]);
    expect(await fixture.call('jira', { as: 'app' })).toMatchObject({ ok: true, value: { status: 200 } });
  });

  test('of a kinder site says its type and is ready at once', async () => {
    fixture.switches.setAll({ installationSettles: 0, lifecycleEventType: true });
    await fixture.host.install(ADMIN);
    expect(fixture.notes('installed')).toEqual([{ installerAccountId: ADMIN, eventType: 'avi:forge:installed:app' }]);
  });
});

test('a scheduled trigger sometimes fires twice within a minute', async () => {
  const fixture = await startFixture();
  await fixture.host.advanceTo(START + 3 * 24 * 60 * MINUTE);
  const times = fixture.notes('tick').map(({ at }) => Number(at));
  expect(times.length).toBeGreaterThan(72);
  const pauses = times.slice(1).map((at, n) => at - (times[n] ?? 0));
  expect(pauses.filter((pause) => pause < 2 * MINUTE)).toHaveLength(times.length - 72);
  await fixture.host.stop();
});
