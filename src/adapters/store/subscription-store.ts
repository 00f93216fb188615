import type { SeatHolder } from '../../domain/software-subscription';
import { Failure } from '../../ports/failures';
import type { Generation, StagedMembers, SubscriptionStore } from '../../ports/stores';
import { deleteValues, readValue, writeValue } from './plain-values';
import { GenerationRecord, HolderRows, StagedRecord } from './schemas';

/** Generations of packed buckets behind one pointer: `subscriptions.<profile>` names the generation that readers see. */
export class KvsSubscriptionStore implements SubscriptionStore {
  findCurrent(profileId: string): Promise<Generation | undefined> {
    return readValue(`subscriptions.${profileId}`, GenerationRecord);
  }

  async readBucket({ id, groups }: Pick<Generation, 'id' | 'groups'>, bucket: number): Promise<SeatHolder[]> {
    const rows = await readValue(bucketKey(id, bucket), HolderRows);
    if (!rows)
      throw new Failure(
        'store-unreadable',
        'A part of the subscription list is missing. Run the Subscriptions job again.',
      );
    return rows.map(([accountId, indexes, firstSeen, administrator]) => ({
      accountId,
      groupIds: indexes.map((index) => groups[index]?.id ?? ''),
      firstSeen: firstSeen === 0 ? null : firstSeen,
      administrator: administrator === 1,
    }));
  }

  writeBucket(
    { id, groups }: Pick<Generation, 'id' | 'groups'>,
    bucket: number,
    holders: readonly SeatHolder[],
  ): Promise<void> {
    const indexOf = new Map(groups.map((group, index) => [group.id, index]));
    const rows = holders.map(({ accountId, groupIds, firstSeen, administrator }) => [
      accountId,
      groupIds.map((groupId) => indexOf.get(groupId) ?? -1),
      firstSeen ?? 0,
      administrator ? 1 : 0,
    ]);
    return writeValue(bucketKey(id, bucket), rows);
  }

  publish(generation: Generation): Promise<void> {
    return writeValue(`subscriptions.${generation.profileId}`, { v: 1, ...generation });
  }

  unpublish(profileId: string): Promise<void> {
    return deleteValues([`subscriptions.${profileId}`]);
  }

  stage(generationId: string, chunk: number, members: readonly StagedMembers[]): Promise<void> {
    return writeValue(stageKey(generationId, chunk), [...members]);
  }

  async readStaged(generationId: string, chunks: number): Promise<StagedMembers[]> {
    const staged: StagedMembers[] = [];
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const page = await readValue(stageKey(generationId, chunk), StagedRecord);
      if (!page)
        throw new Failure('store-unreadable', 'A part of the download is missing. Run the Subscriptions job again.');
      staged.push(...page);
    }
    return staged;
  }

  sweep(generationId: string, { chunks, buckets }: { chunks: number; buckets: number }): Promise<void> {
    return deleteValues([
      ...Array.from({ length: chunks }, (_, chunk) => stageKey(generationId, chunk)),
      ...Array.from({ length: buckets }, (_, bucket) => bucketKey(generationId, bucket)),
    ]);
  }
}

function bucketKey(generationId: string, bucket: number): string {
  return `subscription-bucket.${generationId}.${bucket}`;
}

function stageKey(generationId: string, chunk: number): string {
  return `staged-members.${generationId}.${chunk}`;
}
