import { createHash } from 'node:crypto';
import type { SeatHolder } from '../../src/domain/software-subscription';
import { Failure } from '../../src/ports/failures';
import type { Generation, StagedMembers, SubscriptionStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';

export class MemorySubscriptionStore implements SubscriptionStore {
  private readonly current = new Map<string, Generation>();
  private readonly buckets = new Map<string, readonly SeatHolder[]>();
  private readonly staged = new Map<string, readonly StagedMembers[]>();

  async findCurrent(profileId: string): Promise<Generation | undefined> {
    return Promise.resolve(jsonCopy(this.current.get(profileId)));
  }

  async readBucket({ id }: Pick<Generation, 'id' | 'groups'>, bucket: number): Promise<SeatHolder[]> {
    const holders = this.buckets.get(`${id}/${bucket}`);
    if (!holders) throw new Failure('store-unreadable', 'A part of the subscription list is missing.');
    return Promise.resolve(jsonCopy([...holders]));
  }

  async writeBucket(
    { id }: Pick<Generation, 'id' | 'groups'>,
    bucket: number,
    holders: readonly SeatHolder[],
  ): Promise<void> {
    this.buckets.set(`${id}/${bucket}`, jsonCopy(holders));
    return Promise.resolve();
  }

  async publish(generation: Generation): Promise<void> {
    this.current.set(generation.profileId, jsonCopy(generation));
    return Promise.resolve();
  }

  async unpublish(profileId: string): Promise<void> {
    this.current.delete(profileId);
    return Promise.resolve();
  }

  async stage(generationId: string, members: readonly StagedMembers[]): Promise<string> {
    const part = createHash('sha256').update(JSON.stringify(members)).digest('hex');
    this.staged.set(`${generationId}/${part}`, jsonCopy(members));
    return Promise.resolve(part);
  }

  async readStaged(generationId: string, parts: readonly string[]): Promise<StagedMembers[]> {
    const pages: StagedMembers[] = [];
    for (const part of parts) {
      const page = this.staged.get(`${generationId}/${part}`);
      if (!page) throw new Failure('store-unreadable', 'A part of the download is missing.');
      pages.push(...jsonCopy(page));
    }
    return Promise.resolve(pages);
  }

  async sweep(
    generationId: string,
    { parts, buckets }: { readonly parts: readonly string[]; readonly buckets: number },
  ): Promise<void> {
    for (const part of parts) this.staged.delete(`${generationId}/${part}`);
    for (let bucket = 0; bucket < buckets; bucket += 1) this.buckets.delete(`${generationId}/${bucket}`);
    return Promise.resolve();
  }

  async sweepStaged(generationId: string): Promise<void> {
    for (const key of this.staged.keys()) if (key.startsWith(`${generationId}/`)) this.staged.delete(key);
    return Promise.resolve();
  }

  async discard(generationId: string): Promise<void> {
    for (const key of this.buckets.keys()) if (key.startsWith(`${generationId}/`)) this.buckets.delete(key);
    return this.sweepStaged(generationId);
  }

  /** What nobody reads any more but is still stored: generations other than the current one and the one before it. */
  garbage(): string[] {
    const known = [...this.current.values()].flatMap(({ id, previous }) => [id, previous?.id]);
    const idOf = (key: string) => key.slice(0, key.lastIndexOf('/'));
    return [...this.staged.keys(), ...[...this.buckets.keys()].filter((key) => !known.includes(idOf(key)))];
  }
}
