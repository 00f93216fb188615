import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { SeatPromise } from '../../domain/promises/seat-promise';
import { Failure } from '../../ports/failures';
import type { PromiseStore } from '../../ports/promise-store';
import { keyPart } from './key-part';
import { NoticeRecord } from './notice-schemas';
import { deleteValues, readValue, writeValue } from './plain-values';
import { allRows } from './stored-pages';
import { v, withoutVersion } from './stored-version';

type Seat = Pick<SeatPromise, 'accountId' | 'roleKey'>;

const PREFIX = 'promise.';
const PAGE = 100;
const instant = z.number();

const PromiseRecord: z.ZodType<SeatPromise> = z
  .object({
    v,
    accountId: z.string(),
    roleKey: z.string(),
    kept: z.object({ because: z.enum(['granted', 'closed']), at: instant, until: instant }).nullable(),
    back: z.object({ how: z.enum(['restored', 're-added']), at: instant }).nullable(),
    seenAt: instant.nullable(),
    question: z.object({ candidate: z.string(), notice: NoticeRecord }).nullable(),
  })
  .transform(withoutVersion);

/** `promise.<account>.<application>` → the promise: a key each, so that the store grows with promises and nothing else. */
export class KvsPromiseStore implements PromiseStore {
  find(seat: Seat): Promise<SeatPromise | undefined> {
    return readValue(keyOf(seat), PromiseRecord);
  }

  async list(): Promise<SeatPromise[]> {
    const query = kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(PAGE);
    return (await allRows(query)).map(({ value }) => decode(value));
  }

  save(promise: SeatPromise): Promise<void> {
    return writeValue(keyOf(promise), { v: 1, ...promise });
  }

  remove(seat: Seat): Promise<void> {
    return deleteValues([keyOf(seat)]);
  }
}

function keyOf({ accountId, roleKey }: Seat): string {
  return `${PREFIX}${keyPart(accountId)}.${keyPart(roleKey)}`;
}

function decode(value: unknown): SeatPromise {
  const parsed = PromiseRecord.safeParse(value);
  if (!parsed.success) throw new Failure('store-unreadable', 'A promise can’t be read by this version of the app.');
  return parsed.data;
}
