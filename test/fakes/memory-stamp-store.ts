import type { ActivityClass } from '../../src/domain/activity';
import type { AccountId } from '../../src/domain/identifiers';
import type { DayStamp, StampStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';
import { Lag, pageOf } from './lagging-list';

const CLASSES: readonly ActivityClass[] = ['contribution', 'administration', 'view'];

export class MemoryStampStore implements StampStore {
  private readonly stamps = new Map<string, DayStamp>();
  readonly lag = new Lag();

  constructor(private readonly pageSize = 100) {}

  async put(stamp: DayStamp): Promise<void> {
    const key = keyOf(stamp.day, stamp.activityClass, stamp.accountId);
    if (!this.stamps.has(key)) {
      this.stamps.set(key, jsonCopy(stamp));
      this.lag.wrote(key);
    }
    return Promise.resolve();
  }

  async listDay(day: string, cursor?: string): Promise<{ stamps: DayStamp[]; cursor?: string }> {
    const listed = [...this.stamps]
      .filter(([key, stamp]) => stamp.day === day && this.lag.isListed(key))
      .map(([, stamp]) => stamp);
    const { rows, cursor: next } = pageOf(listed, cursor, this.pageSize);
    return Promise.resolve(next === undefined ? { stamps: jsonCopy(rows) } : { stamps: jsonCopy(rows), cursor: next });
  }

  async wasSeen(accountId: AccountId, days: readonly string[]): Promise<boolean> {
    return Promise.resolve(days.some((day) => CLASSES.some((each) => this.stamps.has(keyOf(day, each, accountId)))));
  }
}

function keyOf(day: string, activityClass: ActivityClass, accountId: AccountId): string {
  return `${day} ${activityClass} ${accountId}`;
}
