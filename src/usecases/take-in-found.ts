import { bucketOf } from '../domain/account-bucket';
import type { FoundActivity } from '../domain/found-activity';
import type { ActivityStore } from '../ports/stores';
import { mergeIntoTable, NewActivity } from './activity-table';
import { growUnread, writeUnreadOf } from './unread-table';

/**
 * Takes what was found outside of the runs into the tables, which only one run at a time writes. Whose work has no moment yet is
 * asked about by this run. Repeating it after a crash is harmless: merging keeps the later of both.
 */
export async function takeInFound(store: ActivityStore): Promise<void> {
  const found = await store.listFound();
  if (found.length === 0) return;
  const news = new NewActivity();
  for (const { facts } of found) news.add(facts);
  await mergeIntoTable(news.drain(), store);
  for (const each of found) await keepUnread(each, store);
  await store.removeFound(found);
}

async function keepUnread({ accountId, unreadUntil: until }: FoundActivity, store: ActivityStore): Promise<void> {
  if (until === null) return;
  await growUnread(1, store);
  const count = (await store.findUnreadBuckets()) ?? 1;
  const changes = new Map([[accountId, { accountId, until, isUnclear: true }]]);
  await writeUnreadOf(bucketOf(accountId, count), count, changes, store);
}
