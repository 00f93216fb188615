import type { EventWatch } from '../../src/domain/event-watch';
import type { EventWatchStore } from '../../src/ports/event-watch-store';
import { jsonCopy } from './json-copy';

export class MemoryEventWatchStore implements EventWatchStore {
  private watch: EventWatch | undefined;

  async find(): Promise<EventWatch | undefined> {
    return Promise.resolve(jsonCopy(this.watch));
  }

  async update(change: (watch: EventWatch | undefined) => EventWatch): Promise<EventWatch> {
    this.watch = jsonCopy(change(jsonCopy(this.watch)));
    return Promise.resolve(jsonCopy(this.watch));
  }
}
