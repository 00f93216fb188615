import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { Failure } from '../../ports/failures';
import type { BegunChange, BegunChangeStore } from '../../ports/begun-change-store';
import { deleteValues, writeValue } from './plain-values';
import { v, withoutVersion } from './schemas';
import { allRows } from './stored-pages';

const PREFIX = 'begun-change.';
const PAGE = 20;

const Change: z.ZodType<BegunChange> = z
  .object({
    v,
    what: z.enum(['closing', 'answer', 'decision', 'proof', 'removal', 'restore']),
    candidate: z.string(),
    at: z.number(),
    text: z.string().default(''),
    details: z.record(z.string(), z.unknown()),
  })
  .transform(withoutVersion);

/** `begun-change.<candidate>.<moment>` → the change: a key each, so that many events do not wait for each other. */
export class KvsBegunChangeStore implements BegunChangeStore {
  begin(change: BegunChange): Promise<void> {
    return writeValue(keyOf(change), { v: 1, ...change });
  }

  async list(): Promise<BegunChange[]> {
    const query = kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(PAGE);
    return (await allRows(query)).map(({ value }) => decode(value));
  }

  end(change: Pick<BegunChange, 'candidate' | 'at'>): Promise<void> {
    return deleteValues([keyOf(change)]);
  }
}

function keyOf({ candidate, at }: Pick<BegunChange, 'candidate' | 'at'>): string {
  return `${PREFIX}${candidate}.${at}`;
}

function decode(value: unknown): BegunChange {
  const parsed = Change.safeParse(value);
  if (!parsed.success)
    throw new Failure('store-unreadable', 'A begun change can’t be read by this version of the app.');
  return parsed.data;
}
