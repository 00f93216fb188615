import { MINUTE, startFixture, type Fixture } from './fixture';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.host.stop());
beforeEach(async () => {
  fixture.faults.clear();
  fixture.clock.advanceTo(fixture.clock.now() + MINUTE); // a fresh minute of the push limit
  await fixture.host.drain();
  fixture.meters.reset();
});

const push = (events: unknown, queue = 'work') => fixture.value<{ jobId: string }>('push', { events, queue });
const failure = (text: string) => ({ ok: false, error: { message: expect.stringContaining(text) as string } });

test('every event of a push is delivered and counted once', async () => {
  const { jobId } = await push([1, 2, 3].map((n) => ({ body: { name: 'plain', n } })));
  expect(await fixture.host.drain()).toEqual({ deliveries: 3, retries: 0, failed: 0 });
  expect(fixture.notes('plain')).toHaveLength(3);
  expect(await fixture.value('stats', { jobId })).toEqual({ success: 3, inProgress: 0, failed: 0 });
  expect(fixture.meters.read().queue).toMatchObject({ pushes: 3, deliveries: 3 });
  expect(await fixture.host.drain()).toEqual({ deliveries: 0, retries: 0, failed: 0 });
});

test('a message is delivered promptly without anybody draining', async () => {
  await push({ body: { name: 'prompt' } });
  const until = Date.now() + 3_000;
  while (fixture.notes('prompt').length === 0 && Date.now() < until) await new Promise((r) => setTimeout(r, 5));
  expect(fixture.notes('prompt')).toHaveLength(1);
});

test('a delayed message waits by simulated time, which drain leaps over', async () => {
  const pushedAt = fixture.clock.now();
  const began = performance.now();
  await push({ body: { name: 'delayed' }, delayInSeconds: 900 });
  expect(fixture.notes('delayed')).toHaveLength(0);
  await fixture.host.drain();
  const [note] = fixture.notes('delayed');
  expect(Number(note?.['began']) - pushedAt).toBeGreaterThanOrEqual(900_000);
  expect(Number(note?.['began']) - pushedAt).toBeLessThan(905_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('a delayed message comes by itself when its time has passed in interactive use', async () => {
  await push({ body: { name: 'waits' }, delayInSeconds: 1 });
  await new Promise((resolve) => setTimeout(resolve, 1_400));
  expect(fixture.notes('waits')).toHaveLength(1);
});

test('a concurrency key keeps its messages apart', async () => {
  const body = { name: 'apart', holdMs: 60 };
  await push(Array.from({ length: 4 }, () => ({ body, concurrency: { key: 'one', limit: 1 } })));
  await fixture.host.drain();
  const spans = fixture.notes('apart').map(({ began, ended }) => [Number(began), Number(ended)] as const);
  const ordered = spans.sort(([a], [b]) => a - b);
  expect(ordered).toHaveLength(4);
  ordered.slice(1).forEach(([began], index) => expect(began).toBeGreaterThanOrEqual(ordered[index]?.[1] ?? Infinity));
});

test('a requested retry comes after the time asked for, with its data', async () => {
  const { jobId } = await push({ body: { name: 'again', retryTimes: 2 } });
  expect(await fixture.host.drain()).toEqual({ deliveries: 3, retries: 2, failed: 0 });
  const notes = fixture.notes('again');
  expect(notes.map(({ attempt }) => attempt)).toEqual([0, 1, 2]);
  expect(notes[1]).toMatchObject({
    retry: { retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { attempt: 0 } },
  });
  expect(Number(notes[1]?.['began']) - Number(notes[0]?.['began'])).toBeGreaterThanOrEqual(30_000);
  expect(await fixture.value('stats', { jobId })).toMatchObject({ success: 1 });
});

test('a failing consumer is retried with growing pauses, for a day', async () => {
  const { jobId } = await push({ body: { name: 'fails', failTimes: 9 } });
  expect(await fixture.host.drain()).toEqual({ deliveries: 10, retries: 9, failed: 0 });
  const times = fixture.notes('fails').map(({ began }) => Number(began));
  const pauses = times.slice(1).map((at, index) => Math.round((at - (times[index] ?? 0)) / 1_000));
  expect(pauses).toEqual([15, 60, 240, 900, 900, 900, 900, 900, 900]);
  expect(await fixture.value('stats', { jobId })).toEqual({ success: 1, inProgress: 0, failed: 0 });
});

test('a message that fails for a day is given up', async () => {
  const began = fixture.clock.now();
  const { jobId } = await push({ body: { name: 'hopeless', failTimes: 999 } });
  expect(await fixture.host.drain()).toMatchObject({ failed: 1 });
  const hours = fixture.notes('hopeless').map((note) => (Number(note['began']) - began) / 3_600_000);
  expect(Math.max(...hours)).toBeGreaterThan(23);
  expect(Math.max(...hours)).toBeLessThanOrEqual(24);
  expect(await fixture.value('stats', { jobId })).toEqual({ success: 0, inProgress: 0, failed: 1 });
});

test('a consumer that hangs is killed and its message delivered again with the reason', async () => {
  await push({ body: { name: 'hangs', hang: true } });
  expect(await fixture.host.drain()).toMatchObject({ deliveries: 2, retries: 1, failed: 0 });
  expect(fixture.notes('hangs')[1]).toMatchObject({ retry: { retryReason: 'FUNCTION_TIME_OUT' } });
});

test('a cancelled job loses what has not started', async () => {
  const { jobId } = await push({ body: { name: 'cancelled' }, delayInSeconds: 600 });
  await fixture.value('cancel', { jobId });
  expect(await fixture.host.drain()).toMatchObject({ deliveries: 0 });
});

test('limits of a push are enforced by the platform', async () => {
  expect(await fixture.call('push', { events: [{ body: {} }], queue: 'nobody' })).toMatchObject(failure('No consumer'));
  const large = { body: { name: 'large', text: 'x'.repeat(100 * 1024) } };
  expect(await fixture.call('push', { events: [large], queue: 'long-work' })).toMatchObject(failure('1 event(s)'));
  expect(await fixture.call('push', { events: [large], queue: 'work' })).toMatchObject({ ok: true });
  await fixture.host.drain();
});

test('no more than 500 events a minute', async () => {
  const fifty = Array.from({ length: 50 }, () => ({ body: { name: 'many' }, delayInSeconds: 600 }));
  const minute = Math.floor(fixture.clock.now() / MINUTE);
  const answers = [];
  for (let index = 0; index < 11; index += 1) answers.push(await fixture.call('push', { events: fifty }));
  expect(Math.floor(fixture.clock.now() / MINUTE)).toBe(minute);
  expect(answers.map(({ ok }) => ok)).toEqual([...Array<boolean>(10).fill(true), false]);
  await fixture.host.drain();
});

test('a chain of pushes that descends from one invocation ends at the cyclic limit', async () => {
  await push({ body: { name: 'chain', chain: true } });
  const { failed } = await fixture.host.drain();
  expect(failed).toBe(1);
  const links = new Set(fixture.notes('chain').map(({ eventId }) => eventId));
  expect(links.size).toBe(1_000);
}, 120_000);

test('faults reach the queue: refusals and duplicates', async () => {
  fixture.faults.add({ match: { queue: 'push', nth: 1 }, then: { status: 429 } });
  expect(await fixture.call('push', { events: { body: { name: 'refused' } } })).toMatchObject({ ok: false });
  fixture.faults.clear();
  fixture.faults.add({ match: { queue: 'push' }, then: {}, duplicate: true });
  await push({ body: { name: 'twice' } });
  await fixture.host.drain();
  const [first, second] = fixture.notes('twice');
  expect(fixture.notes('twice')).toHaveLength(2);
  expect(first?.['eventId']).toBe(second?.['eventId']);
});

test('a delivery that is duplicated comes once more, and its copy is not copied again', async () => {
  fixture.faults.add({ match: { queue: 'deliver' }, then: { duplicate: true } });
  await push({ body: { name: 'copied' } });
  expect(await fixture.host.drain()).toEqual({ deliveries: 2, retries: 0, failed: 0 });
  const [first, second] = fixture.notes('copied');
  expect(first?.['eventId']).toBe(second?.['eventId']);
});
