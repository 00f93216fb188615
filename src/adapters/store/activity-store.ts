import { z } from 'zod';
import type { Coverage, PersonActivity } from '../../domain/activity';
import type { FoundActivity } from '../../domain/found-activity';
import type { UnreadPerson } from '../../domain/silence';
import type { ActivityStore } from '../../ports/stores';
import { ActivityBucket, packed } from './activity-rows';
import { CoverageRecord, UnreadRows } from './coverage-schemas';
import { CoalescedReads } from './coalesced-reads';
import { readDeflated, writeDeflated } from './deflated-values';
import { addFound, listFound } from './found-activity-values';
import { deleteValues, readValue, writeValue } from './plain-values';

export class KvsActivityStore implements ActivityStore {
  private readonly buckets = new CoalescedReads();
  /** Read once an invocation, and again after its own changes: joined to every part of the table. */
  private found: Promise<ReadonlyMap<string, readonly FoundActivity[]>> | undefined;

  findBucketCount(): Promise<number | undefined> {
    return readValue('activity-buckets', z.number().int().positive());
  }

  setBucketCount(count: number): Promise<void> {
    return writeValue('activity-buckets', count);
  }

  async readBucket(count: number, bucket: number): Promise<PersonActivity[]> {
    return (await readDeflated(bucketKey(count, bucket), ActivityBucket, (key) => this.buckets.read({ key }))) ?? [];
  }

  writeBucket(count: number, bucket: number, people: readonly PersonActivity[]): Promise<void> {
    return writeDeflated(bucketKey(count, bucket), packed(people));
  }

  deleteBuckets(count: number): Promise<void> {
    return deleteValues(Array.from({ length: count }, (_, bucket) => bucketKey(count, bucket)));
  }

  findUnreadBuckets(): Promise<number | undefined> {
    return readValue('unread-buckets', z.number().int().positive());
  }

  setUnreadBuckets(count: number): Promise<void> {
    return writeValue('unread-buckets', count);
  }

  async readUnread(count: number, bucket: number): Promise<UnreadPerson[]> {
    const rows = (await readValue(unreadKey(count, bucket), UnreadRows, (key) => this.buckets.read({ key }))) ?? [];
    return rows.map(([accountId, until, unclear]) => ({ accountId, until, isUnclear: unclear === 1 }));
  }

  writeUnread(count: number, bucket: number, people: readonly UnreadPerson[]): Promise<void> {
    const rows = people.map(({ accountId, until, isUnclear }) => [accountId, until, isUnclear ? 1 : 0]);
    return writeValue(unreadKey(count, bucket), rows);
  }

  deleteUnread(count: number): Promise<void> {
    return deleteValues(Array.from({ length: count }, (_, bucket) => unreadKey(count, bucket)));
  }

  addFound(name: string, found: readonly FoundActivity[]): Promise<void> {
    this.found = undefined;
    return addFound(name, found);
  }

  listFound(): Promise<ReadonlyMap<string, readonly FoundActivity[]>> {
    this.found ??= listFound().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  removeFound(keys: readonly string[]): Promise<void> {
    this.found = undefined;
    return deleteValues(keys);
  }

  findCoverage(profileId: string): Promise<Coverage | undefined> {
    return readValue(`coverage.${profileId}`, CoverageRecord);
  }

  saveCoverage(profileId: string, coverage: Coverage): Promise<void> {
    return writeValue(`coverage.${profileId}`, { v: 1, ...coverage });
  }

  deleteCoverage(profileId: string): Promise<void> {
    return deleteValues([`coverage.${profileId}`]);
  }
}

function unreadKey(count: number, bucket: number): string {
  return `unread.${count}.${bucket}`;
}

function bucketKey(count: number, bucket: number): string {
  return `activity.${count}.${bucket}`;
}
