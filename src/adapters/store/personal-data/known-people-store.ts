import { z } from 'zod';
import type { KnownPerson } from '../../../domain/privacy/known-person';
import type { KnownPeopleStore } from '../../../ports/personal-data';
import { readMany, writeValue } from '../plain-values';

/** account, read at, found at, reported at */
const Rows = z.array(z.tuple([z.string(), z.number(), z.number(), z.number()]));
/** So many that those of 250,000 people fit into a value each. */
const BUCKETS = 128;
const PREFIX = 'known-people.';

/** `known-people.<n>` → whom Atlassian is told about. Only the report writes them. */
export class KvsKnownPeopleStore implements KnownPeopleStore {
  readonly buckets = BUCKETS;

  async read(buckets: readonly number[]): Promise<ReadonlyMap<number, readonly KnownPerson[]>> {
    const found = await readMany(buckets.map((bucket) => ({ key: `${PREFIX}${bucket}` })));
    return new Map(
      found.map(({ key, value }) => {
        const rows = Rows.parse(value).map(([accountId, readAt, foundAt, reportedAt]) => ({
          accountId,
          readAt,
          foundAt,
          reportedAt,
        }));
        return [Number(key.slice(PREFIX.length)), rows] as const;
      }),
    );
  }

  write(bucket: number, people: readonly KnownPerson[]): Promise<void> {
    const rows = people.map(({ accountId, readAt, foundAt, reportedAt }) => [accountId, readAt, foundAt, reportedAt]);
    return writeValue(`${PREFIX}${bucket}`, rows);
  }
}
