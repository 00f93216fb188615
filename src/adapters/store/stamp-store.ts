import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import {
  ACTIVITY_KINDS,
  stampGroupOf,
  stampGroupsOf,
  WIDEST_BASIS,
  type ActivityBasis,
  type ActivityKind,
  type StampGroup,
} from '../../domain/activity';
import type { AccountId } from '../../domain/identifiers';
import type { DayStamp, StampStore } from '../../ports/stores';
import { keyPart, textOfPart } from './key-part';
import { kvsCall } from './kvs-call';
import { existingKeys, readMany, readValue } from './plain-values';
import type { KnownStamps } from './known-stamps';

const PAGE = 100;
/** Longer than the longest look-back, so that a repair can still read them. */
export const KEPT_DAYS = 120;
const TTL = { value: KEPT_DAYS, unit: 'DAYS' } as const;

const Value = z.union([
  z.tuple([z.enum(ACTIVITY_KINDS), z.number(), z.string().nullable()]),
  /** The first form: only the moment. */
  z.number(),
]);
/** What a stamp of the first form says, by the class in its key. */
const KIND_OF_FIRST_FORM: Readonly<Record<string, ActivityKind>> = {
  contribution: 'issue-changed',
  administration: 'administration',
  view: 'issue-viewed',
};

/** `seen.<day>.<group>.<account>` → the first event of that day: its kind, its moment, its work item. */
export class KvsStampStore implements StampStore {
  constructor(private readonly known: KnownStamps) {}

  async put({ day, accountId, kind, at, ref }: DayStamp): Promise<boolean> {
    const key = stampKey(day, stampGroupOf(kind), accountId);
    if (this.known.has(day, key)) return false;
    // A read is twenty times cheaper than a write, and most often another process was first.
    const isFirst = (await readValue(key, Value)) === undefined && (await this.write(key, [kind, at, ref]));
    this.known.add(day, key);
    return isFirst;
  }

  /** False: refused for being there already. */
  private async write(key: string, value: z.infer<typeof Value> & object): Promise<boolean> {
    try {
      await kvsCall(() => kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS', ttl: TTL }));
      return true;
    } catch (error) {
      if ((await readValue(key, Value)) === undefined) throw error;
      return false;
    }
  }

  async listDay(day: string, cursor?: string): Promise<{ stamps: DayStamp[]; cursor?: string }> {
    let query = kvs
      .query()
      .where('key', WhereConditions.beginsWith(`seen.${day}.`))
      .limit(PAGE);
    if (cursor !== undefined) query = query.cursor(cursor);
    const page = await kvsCall(() => query.getMany<unknown>());
    const stamps = page.results.flatMap(({ key, value }) => decode(key, value));
    return page.nextCursor === undefined ? { stamps } : { stamps, cursor: page.nextCursor };
  }

  async listOf(accountId: AccountId, days: readonly string[]): Promise<DayStamp[]> {
    const keys = days.flatMap((day) => stampGroupsOf(WIDEST_BASIS).map((group) => stampKey(day, group, accountId)));
    const found = await readMany(keys.map((key) => ({ key })));
    return found.flatMap(({ key, value }) => decode(key, value)).sort((a, b) => a.at - b.at);
  }

  async wasSeen(accountId: AccountId, days: readonly string[], basis: ActivityBasis = WIDEST_BASIS): Promise<boolean> {
    const keys = days.flatMap((day) => stampGroupsOf(basis).map((group) => ({ key: stampKey(day, group, accountId) })));
    return (await existingKeys(keys)).size > 0;
  }
}

function decode(key: string, stored: unknown): DayStamp[] {
  const [, day, group] = key.split('.');
  const value = Value.safeParse(stored);
  const accountId = accountOfStamp(key);
  if (day === undefined || group === undefined || accountId === undefined || !value.success) return [];
  if (typeof value.data === 'number') {
    const kind = KIND_OF_FIRST_FORM[group];
    return kind === undefined ? [] : [{ day, accountId, kind, at: value.data, ref: null }];
  }
  const [kind, at, ref] = value.data;
  return [{ day, accountId, kind, at, ref }];
}

export function stampKey(day: string, group: StampGroup, accountId: AccountId): string {
  return `seen.${day}.${group}.${keyPart(accountId)}`;
}

/** Whose stamp it is, by its key. */
export function accountOfStamp(key: string): AccountId | undefined {
  const account = key.split('.')[3];
  return account === undefined ? undefined : textOfPart(account);
}
