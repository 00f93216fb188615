import type { EventWatch } from '../domain/event-watch';

/** Whether product events reach the app; one record, changed by the tick, the lifecycle and the jobs. */
export interface EventWatchStore {
  find(): Promise<EventWatch | undefined>;
  /** Reads, changes and writes so that no concurrent change is lost; `change` may be called again. */
  update(change: (watch: EventWatch | undefined) => EventWatch): Promise<EventWatch>;
}
