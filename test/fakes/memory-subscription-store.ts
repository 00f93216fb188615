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

  async stage(generationId: string, chunk: number, members: readonly StagedMembers[]): Promise<void> {
    this.staged.set(`${generationId}/${chunk}`, jsonCopy(members));
    return Promise.resolve();
  }

  async readStaged(generationId: string, chunks: number): Promise<StagedMembers[]> {
    const pages: StagedMembers[] = [];
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const page = this.staged.get(`${generationId}/${chunk}`);
      if (!page) throw new Failure('store-unreadable', 'A part of the download is missing.');
      pages.push(...jsonCopy(page));
    }
    return Promise.resolve(pages);
  }

  async sweep(generationId: string, { chunks, buckets }: { chunks: number; buckets: number }): Promise<void> {
    for (let chunk = 0; chunk < chunks; chunk += 1) this.staged.delete(`${generationId}/${chunk}`);
    for (let bucket = 0; bucket < buckets; bucket += 1) this.buckets.delete(`${generationId}/${bucket}`);
    return Promise.resolve();
  }

  /** What nobody reads any more but is still stored: generations other than the current one and the one before it. */
  garbage(): string[] {
    const known = [...this.current.values()].flatMap(({ id, previous }) => [id, previous?.id]);
    const idOf = (key: string) => key.slice(0, key.lastIndexOf('/'));
    return [...this.staged.keys(), ...[...this.buckets.keys()].filter((key) => !known.includes(idOf(key)))];
  }
}
