import { Filter, FilterConditions, MetadataField, WhereConditions, kvs } from '@forge/kvs';

interface Seat {
  role: string;
  days: number;
  active: boolean;
}

const seats = kvs.entity<Seat>('seat');
const seat = (days: number, role = 'software'): Seat => ({ role, days, active: days < 60 });

/** What the tests do with the store through the real client. */
export const storeOperations = {
  set: ({ key, value }: { key: string; value: unknown }) => kvs.set(key, value),
  get: ({ key }: { key: string }) => kvs.get(key),
  lock: ({ key }: { key: string }) => kvs.set(key, 'held', { keyPolicy: 'FAIL_IF_EXISTS' }),
  expire: ({ key, seconds }: { key: string; seconds: number }) =>
    kvs.set(key, 'soon gone', { ttl: { value: seconds, unit: 'SECONDS' } }),
  swap: ({ key, value }: { key: string; value: unknown }) =>
    kvs.set(key, value, {
      keyPolicy: 'OVERRIDE',
      returnValue: 'PREVIOUS',
      returnMetadataFields: [MetadataField.CREATED_AT],
    }),
  list: async ({ prefix, limit }: { prefix: string; limit: number }) => {
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
      const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
      keys.push(...page.results.map(({ key }) => key));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return keys;
  },
  batch: async ({ keys }: { keys: string[] }) => {
    const written = await kvs.batchSet(keys.map((key) => ({ key, value: key.length })));
    const read = await kvs.batchGet<number>(keys.map((key) => ({ key })));
    const deleted = await kvs.batchDelete(keys.map((key) => ({ key })));
    return { written, read, deleted, left: await kvs.get(keys[0] ?? '') };
  },
  secret: async () => {
    await kvs.setSecret('token', 'hush');
    return { secret: await kvs.getSecret('token'), plain: await kvs.get('token') };
  },
  seats: async ({ count }: { count: number }) => {
    for (let days = 0; days < count; days += 1) await seats.set(`seat-${days}`, seat(days, days % 2 ? 'odd' : 'even'));
    const query = seats
      .query()
      .index('by-role', { partition: ['odd'] })
      .where(WhereConditions.greaterThan(3));
    const page = await query
      .filters(new Filter<Seat>().and('active', FilterConditions.equalTo(true)))
      .limit(2)
      .getMany();
    return { keys: page.results.map(({ key }) => key), more: page.nextCursor !== undefined };
  },
  badSeat: () => kvs.entity('seat').set('seat-x', { role: 7 }),
  exchange: async ({ expected }: { expected: number }) => {
    const conditions = new Filter<Seat>().and('days', FilterConditions.equalTo(expected));
    await kvs
      .transact()
      .set('seat-1', seat(99), { entityName: 'seat', conditions })
      .set('seat-2', seat(98), { entityName: 'seat' })
      .delete('nothing', { entityName: 'seat' })
      .execute();
    return { days: (await seats.get('seat-1'))?.days, other: (await seats.get('seat-2'))?.days };
  },
};
