import { z } from 'zod';
import { withMissing, type EventGap, type MissingEvent } from '../../domain/product-events/event-gap';
import { utcDay, type Instant } from '../../domain/instant';
import type { Clock } from '../../ports/ambient';
import type { EventGapStore } from '../../ports/event-gap-store';
import { VersionedRecords } from './versioned-records';

const KEY = 'event-gaps';
const counts = z.record(z.string(), z.number());
const EventGapRecords: z.ZodType<readonly EventGap[]> = z.array(
  z.object({ day: z.string(), from: z.number(), notedAt: z.number(), unread: counts, lost: counts }),
);

/** One record with a row for every day that has a gap. */
export class KvsEventGapStore implements EventGapStore {
  private readonly records = new VersionedRecords('document', EventGapRecords);

  constructor(private readonly clock: Clock) {}

  async note(event: MissingEvent): Promise<void> {
    const known = await this.records.find(KEY);
    const withEvent = (gaps: readonly EventGap[]) => withMissing(gaps, event, this.clock.now());
    if (known && withEvent(known.value) === known.value) return;
    await this.records.update(KEY, (gaps = []) => withEvent(gaps), known ?? null);
  }

  async list(since: Instant): Promise<EventGap[]> {
    const gaps = (await this.records.find(KEY))?.value ?? [];
    return gaps.filter(({ day }) => day >= utcDay(since));
  }
}
