import { stampGroupOf, stampGroupsOf, WIDEST_BASIS, type ActivityBasis } from '../../src/domain/activity';
import type { AccountId } from '../../src/domain/identifiers';
import type { DayStamp, StampStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';
import { Lag, pageOf } from './lagging-list';

export class MemoryStampStore implements StampStore {
  private readonly stamps = new Map<string, DayStamp>();
  readonly lag = new Lag();

  constructor(private readonly pageSize = 100) {}

  async put(stamp: DayStamp): Promise<boolean> {
    const key = keyOf(stamp.day, stampGroupOf(stamp.kind), stamp.accountId);
    const isFirst = !this.stamps.has(key);
    if (isFirst) {
      this.stamps.set(key, jsonCopy(stamp));
      this.lag.wrote(key);
    }
    return Promise.resolve(isFirst);
  }

  async listDay(day: string, cursor?: string): Promise<{ stamps: DayStamp[]; cursor?: string }> {
    const listed = [...this.stamps]
      .filter(([key, stamp]) => stamp.day === day && this.lag.isListed(key))
      .map(([, stamp]) => stamp);
    const { rows, cursor: next } = pageOf(listed, cursor, this.pageSize);
    return Promise.resolve(next === undefined ? { stamps: jsonCopy(rows) } : { stamps: jsonCopy(rows), cursor: next });
  }

  async listOf(accountId: AccountId, days: readonly string[]): Promise<DayStamp[]> {
    const own = [...this.stamps.values()].filter((stamp) => stamp.accountId === accountId && days.includes(stamp.day));
    return Promise.resolve(jsonCopy(own.sort((a, b) => a.at - b.at)));
  }

  async wasSeen(accountId: AccountId, days: readonly string[], basis: ActivityBasis = WIDEST_BASIS): Promise<boolean> {
    const groups = stampGroupsOf(basis);
    return Promise.resolve(days.some((day) => groups.some((each) => this.stamps.has(keyOf(day, each, accountId)))));
  }
}

function keyOf(day: string, group: string, accountId: AccountId): string {
  return `${day} ${group} ${accountId}`;
}
