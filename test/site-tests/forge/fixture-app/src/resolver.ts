import api, { route } from '@forge/api';
import { Queue, type PushEvent } from '@forge/events';
import Resolver from '@forge/resolver';
import { doorOperations } from './door-operations';
import { storeOperations } from './store-operations';

interface Payload {
  readonly [name: string]: unknown;
  readonly as?: string;
  readonly accountId?: string;
  readonly jobId?: string;
  readonly queue?: string;
}
type Operation = (payload: Payload, context: Readonly<Record<string, unknown>>) => unknown;

const answer = async (response: { status: number; text(): Promise<string> }) => ({
  status: response.status,
  body: await response.text(),
});
const job = ({ jobId = '' }: Payload) => new Queue({ key: 'work' }).getJob(jobId);

let warm = 0;

/** What the tests can ask of the resolver, by name. */
const operations: Readonly<Record<string, Operation>> = {
  echo: (payload, { accountId, cloudId }) => ({ payload, accountId, cloudId }),
  answer: (payload) => payload,
  nothing: () => undefined,
  count: () => (warm += 1),
  now: () => ({ now: Date.now(), iso: new Date().toISOString(), isDate: new Date() instanceof Date }),
  fail: () => {
    throw new RangeError('on purpose');
  },
  spin: () => {
    for (;;) Math.random();
  },
  hang: () => new Promise(() => undefined),
  hoard: () => {
    const hoard: Uint8Array[] = [];
    for (;;) hoard.push(new Uint8Array(8_000_000).fill(1));
  },
  /** Takes memory and gives it back at once. */
  flash: ({ megabytes }) => {
    const { buffer } = new Uint8Array(Number(megabytes) * 1_000_000).fill(1);
    (buffer as unknown as { transfer(bytes: number): void }).transfer(0);
  },
  /** Works until it has taken that much processor time. */
  compute: ({ cpuMs }) => {
    const before = process.cpuUsage();
    const used = () => {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    while (used() < Number(cpuMs)) for (let step = 0; step < 100_000; step += 1) Math.random();
  },
  big: ({ bytes }) => 'x'.repeat(Number(bytes)),
  talk: ({ lines }) => {
    for (let line = 0; line < Number(lines); line += 1) console.log(`line ${line}`);
  },
  jira: async ({ as, accountId, expand = 'groups' }) => {
    const client = as === 'app' ? api.asApp() : api.asUser(accountId);
    return answer(await client.requestJira(route`/rest/api/3/myself?expand=${String(expand)}`));
  },
  egress: async () => answer(await api.fetch('https://example.com/data')),
  push: ({ queue = 'work', events }) => new Queue({ key: queue }).push(events as PushEvent[]),
  stats: (payload) => job(payload).getStats(),
  cancel: (payload) => job(payload).cancel(),
  ...(doorOperations as unknown as Readonly<Record<string, Operation>>),
  ...(storeOperations as unknown as Readonly<Record<string, Operation>>),
};

const defined = new Resolver();
for (const [name, operation] of Object.entries(operations)) {
  defined.define(name, (request: { payload: Payload; context: Record<string, unknown> }) =>
    operation(request.payload, request.context),
  );
}

export const resolver = defined.getDefinitions();
