import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../domain/activity';
import type { FoundActivity } from '../../domain/found-activity';
import { Failure } from '../../ports/failures';
import { keyPart } from './key-part';
import { deleteValues, writeValue } from './plain-values';
import { allRows } from './stored-pages';
import { v, withoutVersion } from './stored-version';

const PREFIX = 'found-activity.';
const PAGE = 100;

const Fact = z.object({
  accountId: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  at: z.number(),
  ref: z.string().nullable(),
});
const Found: z.ZodType<FoundActivity> = z
  .object({ v, accountId: z.string(), at: z.number(), facts: z.array(Fact), unreadUntil: z.number().nullable() })
  .transform(withoutVersion);

/** `found-activity.<account>.<moment>` → what was found then: a key each, so that nobody waits for anybody. */
export function addFound({ facts, ...found }: FoundActivity): Promise<void> {
  const own = facts.map(({ accountId, kind, at, ref = null }) => ({ accountId, kind, at, ref }));
  return writeValue(keyOf(found), { v: 1, ...found, facts: own });
}

export async function listFound(): Promise<FoundActivity[]> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(PAGE);
  return (await allRows(query)).map(({ value }) => decode(value));
}

export function removeFound(found: readonly FoundActivity[]): Promise<void> {
  return deleteValues(found.map(keyOf));
}

function keyOf({ accountId, at }: Pick<FoundActivity, 'accountId' | 'at'>): string {
  return `${PREFIX}${keyPart(accountId)}.${at}`;
}

function decode(value: unknown): FoundActivity {
  const parsed = Found.safeParse(value);
  if (!parsed.success)
    throw new Failure('store-unreadable', 'Activity that was found can’t be read by this version of the app.');
  return parsed.data;
}
