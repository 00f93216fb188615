import api, { route } from '@forge/api';
import { Queue } from '@forge/events';
import Resolver from '@forge/resolver';
import { storeOperations } from './store-operations';

let warm = 0;
const defined = new Resolver();

const answer = async (response: { status: number; text(): Promise<string> }) => ({
  status: response.status,
  body: await response.text(),
});

defined.define('echo', ({ payload, context }) => ({ payload, accountId: context.accountId, cloudId: context.cloudId }));
defined.define('answer', ({ payload }) => payload);
defined.define('nothing', () => undefined);
defined.define('count', () => (warm += 1));
defined.define('now', () => ({ now: Date.now(), iso: new Date().toISOString(), isDate: new Date() instanceof Date }));
defined.define('fail', () => {
  throw new RangeError('on purpose');
});
defined.define('spin', () => {
  for (;;) Math.random();
});
defined.define('hang', () => new Promise(() => undefined));
defined.define('hoard', () => {
  const hoard: Uint8Array[] = [];
  for (;;) hoard.push(new Uint8Array(8_000_000).fill(1));
});
defined.define('big', ({ payload }) => 'x'.repeat(Number(payload.bytes)));
defined.define('talk', ({ payload }) => {
  for (let line = 0; line < Number(payload.lines); line += 1) console.log(`line ${line}`);
});
defined.define('jira', async ({ payload }) => {
  const target = route`/rest/api/3/myself?expand=${String(payload.expand ?? 'groups')}`;
  const as = payload.as === 'app' ? api.asApp() : api.asUser(payload.accountId as string | undefined);
  return answer(await as.requestJira(target));
});
defined.define('egress', async () => answer(await api.fetch('https://example.com/data')));
defined.define('push', async ({ payload }) => new Queue({ key: payload.queue ?? 'work' }).push(payload.events));
defined.define('stats', async ({ payload }) => new Queue({ key: 'work' }).getJob(payload.jobId).getStats());
defined.define('cancel', async ({ payload }) => new Queue({ key: 'work' }).getJob(payload.jobId).cancel());
for (const [name, operation] of Object.entries(storeOperations)) {
  defined.define(name, ({ payload }) => (operation as (input: unknown) => unknown)(payload));
}

export const resolver = defined.getDefinitions();
