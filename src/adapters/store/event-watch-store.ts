import type { EventWatch } from '../../domain/event-watch';
import type { EventWatchStore } from '../../ports/event-watch-store';
import { EventWatchRecord } from './coverage-schemas';
import { VersionedRecords } from './versioned-records';

const KEY = 'event-watch';

export class KvsEventWatchStore implements EventWatchStore {
  private readonly records = new VersionedRecords('document', EventWatchRecord);

  async find(): Promise<EventWatch | undefined> {
    return (await this.records.find(KEY))?.value;
  }

  update(change: (watch: EventWatch | undefined) => EventWatch): Promise<EventWatch> {
    return this.records.update(KEY, change);
  }
}
