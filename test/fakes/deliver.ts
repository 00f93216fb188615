import { SECOND } from '../../src/domain/instant';
import type { Ports } from '../../src/ports/ports';
import { advanceRun } from '../../src/usecases/advance-run';
import { Killed } from './crashing';
import type { QueuedMessage } from './memory-queue';
import type { World } from './world';

const MOST_DELIVERIES = 2000;

export interface DeliveryOptions {
  /** The ports of the process that works on the nth delivery, counting from 0; the world's own unless told otherwise. */
  readonly portsOf?: (delivery: number) => Ports;
  /** Which waiting message comes next; the one that is due first unless told otherwise. */
  readonly choose?: (waiting: readonly QueuedMessage[]) => QueuedMessage | undefined;
  /** Whether a message whose process was killed is delivered again, as the platform does; otherwise it is lost. */
  readonly redeliver?: boolean;
}

/** Works on messages until none is left. Answers how many were delivered. */
export async function deliverAll(world: World, options: DeliveryOptions = {}): Promise<number> {
  for (let delivery = 0; delivery < MOST_DELIVERIES; delivery += 1) {
    const next = nextMessage(world, options);
    if (!next) return delivery;
    world.clock.advanceTo(next.deliverAt);
    await deliver(next, options.portsOf?.(delivery) ?? world.ports, world, options.redeliver ?? true);
  }
  throw new Error(`Not finished after ${MOST_DELIVERIES} deliveries.`);
}

function nextMessage({ queue }: World, { choose }: DeliveryOptions): QueuedMessage | undefined {
  if (!choose) return queue.takeNext();
  const chosen = choose(queue.waiting);
  return chosen && queue.take(chosen);
}

async function deliver(next: QueuedMessage, ports: Ports, world: World, redeliver: boolean): Promise<void> {
  const again = (seconds: number) =>
    world.queue.waiting.push({ ...next, deliverAt: world.clock.now() + seconds * SECOND });
  try {
    const delivery = await advanceRun(next.message, ports);
    if (delivery.kind === 'again') again(delivery.afterSeconds);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    if (redeliver) again(0);
  }
}
