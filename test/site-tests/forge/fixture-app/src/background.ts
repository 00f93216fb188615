import api, { route } from '@forge/api';
import { InvocationError, Queue, type AsyncEvent } from '@forge/events';
import { kvs } from '@forge/kvs';

/** What a message tells the consumer to do; everything it does is noted in the store under `note:`. */
interface Work {
  name: string;
  retryTimes?: number;
  failTimes?: number;
  hang?: boolean;
  chain?: boolean;
  actAs?: string;
  holdMs?: number;
}

let notes = 0;

async function note(name: string, what: unknown): Promise<void> {
  notes += 1;
  await kvs.set(`note:${name}:${Date.now()}-${String(notes).padStart(6, '0')}-${process.pid}`, what);
}

export async function consume(event: AsyncEvent): Promise<unknown> {
  const work = event.body as unknown as Work;
  const attempt = event.retryContext?.retryCount ?? 0;
  const began = Date.now();
  if (work.holdMs) await new Promise((resolve) => setTimeout(resolve, work.holdMs));
  await note(work.name, { attempt, began, ended: Date.now(), eventId: event.eventId, retry: event.retryContext });
  if (work.hang && attempt === 0) await new Promise(() => undefined);
  if (work.actAs) {
    const response = await api.asUser(work.actAs).requestJira(route`/rest/api/3/myself`);
    await note(`${work.name}-acted`, await response.json());
  }
  if (work.chain) await new Queue({ key: 'work' }).push({ body: { ...work } });
  if (attempt < (work.failTimes ?? 0)) throw new Error('on purpose');
  if (attempt < (work.retryTimes ?? 0)) return new InvocationError({ retryAfter: 30, retryData: { attempt } } as never);
  return undefined;
}

export async function tick(request: { context: unknown }): Promise<void> {
  await note('tick', { at: Date.now(), context: request.context });
}

export async function onEvent(event: { eventType: string }): Promise<void> {
  await note('event', { ...event, seenAt: Date.now() });
}

export async function onInstall(event: { installerAccountId: string; eventType?: string }): Promise<void> {
  const { installerAccountId, eventType } = event;
  await note('installed', { installerAccountId, ...(eventType && { eventType }) });
}
