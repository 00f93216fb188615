import { onForge } from '../ports/platforms';
import { join } from 'node:path';
import { utcDay } from '../../src/domain/instant';
import { handleJob } from '../../src/entry/consume-job';
import { handleProductEvent } from '../../src/entry/product-events';
import { loadManifest } from '../site/forge/manifest/manifest';

const [activity] = loadManifest(join(__dirname, '../..')).eventTriggers;
const now = () => new Date().getTime();

describe('product events', () => {
  test.each(activity?.events ?? [])('%s stamps the day of whoever caused it', async (eventType) => {
    const { stamps } = onForge();
    const who = `712020:${eventType}`;
    await handleProductEvent({ eventType, atlassianId: who, timestamp: String(now()) });
    const days = [...new Set([utcDay(now()), utcDay(now() - 60_000)])];
    expect(await stamps.wasSeen(who, days)).toBe(true);
  });

  test.each([
    ['of a kind that is not known', { eventType: 'avi:jira:created:issuelink', timestamp: now() }, 'unknown'],
    ['without an actor', { eventType: 'avi:jira:updated:issue', timestamp: now() }, 'avi:jira:updated:issue'],
    ['that is none', null, 'unknown'],
  ])('an event %s stamps nobody and is counted', async (_name, event, eventType) => {
    const { stamps, eventGaps } = onForge();
    await handleProductEvent(event);
    expect((await stamps.listDay(utcDay(now()))).stamps).toEqual([]);
    expect(await eventGaps.list(0)).toMatchObject([{ unread: { [eventType]: 1 } }]);
  });

  test('an event that comes days late leaves a gap on its own day', async () => {
    const { eventGaps } = onForge();
    const at = now() - 3 * 86_400_000;
    await handleProductEvent({ eventType: 'avi:jira:updated:issue', atlassianId: 'u-late', timestamp: String(at) });
    expect(await eventGaps.list(0)).toMatchObject([{ day: utcDay(at), from: at }]);
  });
});

test.each([
  [{}],
  [{ body: { runId: 'r', step: -1 } }],
  [{ body: { runId: '', step: 0 } }],
  [{ body: { runId: 'gone', step: 0 } }],
])('a job message that means nothing is used up: %j', async (event) => {
  const logged = jest.spyOn(console, 'error').mockReturnValue(undefined);
  onForge();
  expect(await handleJob(event)).toBeUndefined();
  logged.mockRestore();
});
