import type { Coverage, PersonActivity } from '../../src/domain/activity';
import type { FoundActivity } from '../../src/domain/found-activity';
import type { UnreadPerson } from '../../src/domain/silence';
import type { ActivityStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';

export class MemoryActivityStore implements ActivityStore {
  private bucketCount: number | undefined;
  private readonly buckets = new Map<string, readonly PersonActivity[]>();
  private unreadBuckets: number | undefined;
  private readonly unread = new Map<string, readonly UnreadPerson[]>();
  private readonly found = new Map<string, readonly FoundActivity[]>();
  private readonly coverages = new Map<string, Coverage>();

  async findBucketCount(): Promise<number | undefined> {
    return Promise.resolve(this.bucketCount);
  }

  async setBucketCount(count: number): Promise<void> {
    this.bucketCount = count;
    return Promise.resolve();
  }

  async readBucket(count: number, bucket: number): Promise<PersonActivity[]> {
    return Promise.resolve(jsonCopy([...(this.buckets.get(`${count}/${bucket}`) ?? [])]));
  }

  async writeBucket(count: number, bucket: number, people: readonly PersonActivity[]): Promise<void> {
    this.buckets.set(`${count}/${bucket}`, jsonCopy(people));
    return Promise.resolve();
  }

  async deleteBuckets(count: number): Promise<void> {
    for (let bucket = 0; bucket < count; bucket += 1) this.buckets.delete(`${count}/${bucket}`);
    return Promise.resolve();
  }

  async findUnreadBuckets(): Promise<number | undefined> {
    return Promise.resolve(this.unreadBuckets);
  }

  async setUnreadBuckets(count: number): Promise<void> {
    this.unreadBuckets = count;
    return Promise.resolve();
  }

  async readUnread(count: number, bucket: number): Promise<UnreadPerson[]> {
    return Promise.resolve(jsonCopy([...(this.unread.get(`${count}/${bucket}`) ?? [])]));
  }

  async writeUnread(count: number, bucket: number, people: readonly UnreadPerson[]): Promise<void> {
    this.unread.set(`${count}/${bucket}`, jsonCopy(people));
    return Promise.resolve();
  }

  async deleteUnread(count: number): Promise<void> {
    for (let bucket = 0; bucket < count; bucket += 1) this.unread.delete(`${count}/${bucket}`);
    return Promise.resolve();
  }

  addFound(name: string, found: readonly FoundActivity[]): Promise<void> {
    this.found.set(name, jsonCopy(found));
    return Promise.resolve();
  }

  listFound(): Promise<ReadonlyMap<string, readonly FoundActivity[]>> {
    return Promise.resolve(new Map([...this.found].map(([name, found]) => [name, jsonCopy(found)])));
  }

  removeFound(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.found.delete(key);
    return Promise.resolve();
  }

  async findCoverage(profileId: string): Promise<Coverage | undefined> {
    return Promise.resolve(jsonCopy(this.coverages.get(profileId)));
  }

  async saveCoverage(profileId: string, coverage: Coverage): Promise<void> {
    this.coverages.set(profileId, jsonCopy(coverage));
    return Promise.resolve();
  }

  async deleteCoverage(profileId: string): Promise<void> {
    this.coverages.delete(profileId);
    return Promise.resolve();
  }
}
