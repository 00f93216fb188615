import { bucketOf } from '../domain/account-bucket';
import { asActivity, type FoundActivity } from '../domain/found-activity';
import type { AccountId } from '../domain/identifiers';
import type { UnreadPerson } from '../domain/silence';
import type { ActivityStore } from '../ports/stores';
import { mergeIntoTable } from './activity-table';
import { growUnread, writeUnreadOf } from './unread-table';

/**
 * Takes what was found outside of the runs into the tables, which only one run at a time writes. What is left open about somebody
 * this run asks about. Repeating it after a crash is harmless: merging keeps the later of both.
 */
export async function takeInFound(store: ActivityStore): Promise<void> {
  const parts = await store.listFound();
  if (parts.size === 0) return;
  const found = [...parts.values()].flat();
  await mergeIntoTable(found.map(asActivity), store);
  await keepUnread(found, store);
  await store.removeFound([...parts.keys()]);
}

async function keepUnread(found: readonly FoundActivity[], store: ActivityStore): Promise<void> {
  await growUnread(1, store);
  const count = (await store.findUnreadBuckets()) ?? 1;
  const changes = new Map<number, Map<AccountId, UnreadPerson>>();
  for (const { accountId, unreadUntil: until } of found) {
    if (until === null) continue;
    const bucket = bucketOf(accountId, count);
    const own = changes.get(bucket) ?? new Map<AccountId, UnreadPerson>();
    changes.set(bucket, own.set(accountId, { accountId, until, isUnclear: false }));
  }
  for (const [bucket, people] of changes) await writeUnreadOf(bucket, count, people, store);
}
