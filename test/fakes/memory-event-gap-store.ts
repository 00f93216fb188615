import { withMissing, type EventGap, type MissingEvent } from '../../src/domain/product-events/event-gap';
import { utcDay, type Instant } from '../../src/domain/instant';
import type { Clock } from '../../src/ports/ambient';
import type { EventGapStore } from '../../src/ports/event-gap-store';
import { jsonCopy } from './json-copy';

export class MemoryEventGapStore implements EventGapStore {
  private gaps: readonly EventGap[] = [];

  constructor(private readonly clock: Clock) {}

  async note(event: MissingEvent): Promise<void> {
    this.gaps = withMissing(this.gaps, event, this.clock.now());
    return Promise.resolve();
  }

  async list(since: Instant): Promise<EventGap[]> {
    return Promise.resolve(jsonCopy(this.gaps.filter(({ day }) => day >= utcDay(since))));
  }
}
