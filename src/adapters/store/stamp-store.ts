import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { ActivityClass } from '../../domain/activity';
import type { AccountId } from '../../domain/identifiers';
import type { DayStamp, StampStore } from '../../ports/stores';
import { kvsCall } from './kvs-call';
import { existingKeys, readValue } from './plain-values';

const CLASSES: readonly ActivityClass[] = ['contribution', 'administration', 'view'];
const PAGE = 100;
/** Longer than the longest look-back, so that a repair can still read them. */
const TTL = { value: 120, unit: 'DAYS' } as const;
/** Keys this container has written already: the many events of one person and day cost nothing more. */
const KNOWN_LIMIT = 20_000;
const known = new Set<string>();

/** `seen.<day>.<class>.<account>` → the moment of the first event of that day. */
export class KvsStampStore implements StampStore {
  async put(stamp: DayStamp): Promise<void> {
    const key = stampKey(stamp.day, stamp.activityClass, stamp.accountId);
    if (known.has(key)) return;
    try {
      await kvsCall(() => kvs.set(key, stamp.at, { keyPolicy: 'FAIL_IF_EXISTS', ttl: TTL }));
    } catch (error) {
      if ((await readValue(key, z.number())) === undefined) throw error; // not refused for being there already
    }
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.add(key);
  }

  async listDay(day: string, cursor?: string): Promise<{ stamps: DayStamp[]; cursor?: string }> {
    let query = kvs
      .query()
      .where('key', WhereConditions.beginsWith(`seen.${day}.`))
      .limit(PAGE);
    if (cursor !== undefined) query = query.cursor(cursor);
    const page = await kvsCall(() => query.getMany<number>());
    const stamps = page.results.flatMap(({ key, value }) => decode(key, value));
    return page.nextCursor === undefined ? { stamps } : { stamps, cursor: page.nextCursor };
  }

  async wasSeen(accountId: AccountId, days: readonly string[]): Promise<boolean> {
    const keys = days.flatMap((day) =>
      CLASSES.map((activityClass) => ({ key: stampKey(day, activityClass, accountId) })),
    );
    return (await existingKeys(keys)).size > 0;
  }
}

function decode(key: string, value: unknown): DayStamp[] {
  const [, day, activityClass, ...account] = key.split('.');
  const known = CLASSES.find((each) => each === activityClass);
  if (day === undefined || known === undefined || typeof value !== 'number') return [];
  return [{ day, activityClass: known, accountId: account.join('.'), at: value }];
}

function stampKey(day: string, activityClass: ActivityClass, accountId: AccountId): string {
  return `seen.${day}.${activityClass}.${accountId}`;
}
