import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../domain/activity';
import type { FoundActivity } from '../../domain/found-activity';
import { Failure } from '../../ports/failures';
import { writeValue } from './plain-values';
import { allRows } from './stored-pages';

const PREFIX = 'found-activity.';
/** Values of a query: those of a download are large. */
const PAGE = 10;
/** People of one value: some 100 kilobytes at most. */
const TOGETHER = 500;

/** account, until when something is left open (0 = not), what they did, which access they got */
const Row = z.tuple([
  z.string(),
  z.number(),
  z.array(z.tuple([z.enum(ACTIVITY_KINDS), z.number(), z.string().nullable()])),
  z.array(z.tuple([z.string(), z.number()])),
]);
const Rows = z.array(Row);
type Row = z.infer<typeof Row>;

/** `found-activity.<name>.<part>` → rows of people: values of their own, so that nobody waits for anybody. */
export async function addFound(name: string, found: readonly FoundActivity[]): Promise<void> {
  for (let part = 0; part * TOGETHER < found.length; part += 1) {
    const rows = found.slice(part * TOGETHER, (part + 1) * TOGETHER).map(pack);
    await writeValue(`${PREFIX}${name}.${part}`, rows);
  }
}

export async function listFound(): Promise<ReadonlyMap<string, readonly FoundActivity[]>> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(PAGE);
  return new Map((await allRows(query)).map(({ key, value }) => [key, decode(value)]));
}

function pack({ accountId, unreadUntil, facts, access }: FoundActivity): Row {
  const did = facts.map(({ kind, at, ref = null }): Row[2][number] => [kind, at, ref]);
  return [accountId, unreadUntil ?? 0, did, access.map(([roleKey, at]): Row[3][number] => [roleKey, at])];
}

function decode(value: unknown): readonly FoundActivity[] {
  const rows = Rows.safeParse(value);
  if (!rows.success)
    throw new Failure('store-unreadable', 'Activity that was found can’t be read by this version of the app.');
  return rows.data.map(([accountId, until, did, access]) => {
    const facts = did.map(([kind, at, ref]) => ({ accountId, kind, at, ref }));
    return { accountId, facts, access, unreadUntil: until === 0 ? null : until };
  });
}
