import { CONTAINERS_PER_FUNCTION } from '../functions/limits';
import type { Message } from './message';

/** What is being delivered: per queue, and per concurrency key across queues. */
export class Slots {
  private readonly used = new Map<string, number>();

  /** Whether this message has to wait for others to finish. */
  blocks({ queueName, concurrency }: Message): boolean {
    if (this.count(queueSlot(queueName)) >= CONTAINERS_PER_FUNCTION) return true;
    return concurrency !== undefined && this.count(keySlot(concurrency.key)) >= concurrency.limit;
  }

  /** Takes the message's places; the returned function gives them back. */
  take({ queueName, concurrency }: Message): () => void {
    const slots = [queueSlot(queueName), ...(concurrency === undefined ? [] : [keySlot(concurrency.key)])];
    for (const slot of slots) this.used.set(slot, this.count(slot) + 1);
    return () => {
      for (const slot of slots) this.used.set(slot, this.count(slot) - 1);
    };
  }

  private count(slot: string): number {
    return this.used.get(slot) ?? 0;
  }
}

const queueSlot = (queueName: string) => `queue ${queueName}`;
const keySlot = (key: string) => `key ${key}`;
