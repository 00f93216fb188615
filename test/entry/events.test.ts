import { onForge } from '../ports/platforms';
import { join } from 'node:path';
import { utcDay } from '../../src/domain/instant';
import { handleJob } from '../../src/entry/consume-job';
import { handleLifecycle } from '../../src/entry/lifecycle';
import { handleProductEvent } from '../../src/entry/product-events';
import { loadManifest } from '../site/forge/manifest/manifest';

const [activity, lifecycle] = loadManifest(join(__dirname, '../..')).eventTriggers;
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
    ['of a kind that tells nothing', { eventType: 'avi:jira:deleted:issue', atlassianId: 'u-none', timestamp: 1 }],
    ['without an actor', { eventType: 'avi:jira:viewed:issue', timestamp: 1 }],
    ['without a time', { eventType: 'avi:jira:viewed:issue', atlassianId: 'u-none' }],
    ['that is none', null],
  ])('an event %s changes nothing', async (_name, event) => {
    const { kvs } = onForge();
    await handleProductEvent(event);
    expect(kvs.revision).toBe(0);
  });
});

test.each(lifecycle?.events ?? [])('%s begins or goes on with the evidence log', async (eventType) => {
  const { evidence } = onForge();
  await handleLifecycle({ eventType, installerAccountId: 'u-1' });
  expect((await evidence.list({})).entries).toMatchObject([{ kind: 'app-installed', by: 'u-1', sequence: 1 }]);
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
