import { randomUUID } from 'node:crypto';
import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import { stampGroupsOf, WIDEST_BASIS } from '../../../domain/activity';
import type { AccountId } from '../../../domain/identifiers';
import { DAY, utcDay, type Instant } from '../../../domain/instant';
import type { Pseudonym } from '../../../domain/privacy/pseudonym';
import { Failure } from '../../../ports/failures';
import type { PersonalDataStore, StoredPlace } from '../../../ports/personal-data';
import { kvsCall } from '../kvs-call';
import { deleteValues, writeValue } from '../plain-values';
import { accountOfStamp, KEPT_DAYS, stampKey } from '../stamp-store';
import { AREAS, type Area } from './areas';

/** Values are large in some areas, and an answer may not be. */
const PART = 10;
const STAMPS = 100;

interface Stored {
  readonly key: string;
  readonly value: unknown;
}

/** Walks through every area by key. Queries may lag a moment: what is written meanwhile is found by the next walk. */
export class KvsPersonalDataStore implements PersonalDataStore {
  async listPart({ area, cursor }: StoredPlace, since: Instant, now: Instant) {
    const known = AREAS[area];
    if (known) {
      const page = await read(known, cursor);
      const accountIds = page.stored.flatMap(({ key, value }) => known.accountsIn(value, key));
      return { accountIds, next: placeAfter(area, page.cursor) };
    }
    const day = utcDay(since + (area - AREAS.length) * DAY);
    if (day > utcDay(now)) return { accountIds: [], next: null };
    const page = await readKeys(`seen.${day}.`, STAMPS, cursor);
    const accountIds = page.stored.flatMap(({ key }) => accountOfStamp(key) ?? []);
    return { accountIds, next: placeAfter(area, page.cursor) };
  }

  async erasePart({ area, cursor }: StoredPlace, names: ReadonlyMap<AccountId, Pseudonym>) {
    const known = AREAS[area];
    if (!known) return { changed: 0, next: null };
    const page = await read(known, cursor);
    let changed = 0;
    for (const stored of page.stored) if (await erase(stored, known, names)) changed += 1;
    const next = placeAfter(area, page.cursor);
    return { changed, next: next.area < AREAS.length ? next : null };
  }

  async eraseStamps(accountIds: readonly AccountId[], now: Instant): Promise<void> {
    const days = Array.from({ length: KEPT_DAYS + 1 }, (_, ago) => utcDay(now - ago * DAY));
    const groups = stampGroupsOf(WIDEST_BASIS);
    for (const accountId of accountIds) {
      await deleteValues(days.flatMap((day) => groups.map((group) => stampKey(day, group, accountId))));
    }
  }
}

function placeAfter(area: number, cursor: string | undefined): StoredPlace {
  return cursor === undefined ? { area: area + 1, cursor: null } : { area, cursor };
}

async function read(
  { entity, prefix }: Area,
  cursor: string | null,
): Promise<{ stored: Stored[]; cursor: string | undefined }> {
  if (entity === undefined) return readKeys(prefix, PART, cursor);
  const base = kvs.entity<Record<string, unknown>>(entity).query().index('by-key').limit(PART);
  const from = prefix === '' ? base : base.where(WhereConditions.beginsWith(prefix));
  const page = await kvsCall(() => (cursor === null ? from : from.cursor(cursor)).getMany());
  return { stored: page.results, cursor: page.nextCursor };
}

async function readKeys(prefix: string, limit: number, cursor: string | null) {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
  const page = await kvsCall(() => (cursor === null ? query : query.cursor(cursor)).getMany<unknown>());
  return { stored: page.results, cursor: page.nextCursor };
}

async function erase({ key, value }: Stored, area: Area, names: ReadonlyMap<AccountId, Pseudonym>): Promise<boolean> {
  if (area.prefix === 'person.' || !(area.isPacked || mentions(JSON.stringify(value), names))) return false;
  const left = area.without(value, names, key);
  if (left === value) return false;
  if (left === undefined) await deleteValues([key]);
  else if (area.entity === undefined) await write(key, left as object, area.livesDays);
  else await replace(key, left as { revision: number }, area.entity);
  return true;
}

/** Most values name nobody of them, and looking at the text is cheap: an id stands in it as JSON writes it. */
function mentions(text: string, names: ReadonlyMap<AccountId, Pseudonym>): boolean {
  return [...names.keys()].some((accountId) => text.includes(JSON.stringify(accountId).slice(1, -1)));
}

function write(key: string, value: object, days: number | undefined): Promise<void> {
  return writeValue(key, value, ...(days === undefined ? [] : ([{ value: days, unit: 'DAYS' }] as const)));
}

/** On condition that nobody changed the record since it was read: then the walk is at it once more. */
async function replace(key: string, row: { revision: number }, entityName: string): Promise<void> {
  const next = { ...row, revision: row.revision + 1, writer: randomUUID() };
  const conditions = new Filter<typeof next>().and('revision', FilterConditions.equalTo(row.revision));
  try {
    await kvsCall(() => kvs.transact().set(key, next, { entityName, conditions }).execute());
  } catch (error) {
    const now = await kvsCall(() => kvs.entity<{ revision: number }>(entityName).get(key));
    if (now?.revision === row.revision) throw error;
    throw new Failure('store-conflict', 'A record was changed while a person was erased from it.');
  }
}
