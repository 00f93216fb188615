import { createHash } from 'node:crypto';
import type { SeatHolder } from '../../domain/software-subscription';
import { Failure } from '../../ports/failures';
import type { Generation, StagedMembers, SubscriptionStore } from '../../ports/stores';
import { CoalescedReads } from './coalesced-reads';
import { readDeflated, writeDeflated } from './deflated-values';
import { fromMarks, marksOf } from './holder-marks';
import { deleteValues, keysFrom, readValue, writeValue } from './plain-values';
import { GenerationRecord, StagedRecord } from './schemas';
import { HolderRows } from './table-rows';

/** Longer than any download takes; what a writer left behind that lost against another goes away by itself. */
const STAGED_FOR = { value: 30, unit: 'DAYS' } as const;
const NAME_LENGTH = 24;

/** Generations of packed buckets behind one pointer: `subscriptions.<profile>` names the generation that readers see. */
export class KvsSubscriptionStore implements SubscriptionStore {
  private readonly buckets = new CoalescedReads();

  findCurrent(profileId: string): Promise<Generation | undefined> {
    return readValue(`subscriptions.${profileId}`, GenerationRecord);
  }

  async readBucket({ id, groups }: Pick<Generation, 'id' | 'groups'>, bucket: number): Promise<SeatHolder[]> {
    const rows = await readDeflated(bucketKey(id, bucket), HolderRows, (key) => this.buckets.read({ key }));
    if (!rows)
      throw new Failure(
        'store-unreadable',
        'A part of the subscription list is missing. Run the Subscriptions job again.',
      );
    return rows.map(([accountId, indexes, firstSeen, marks]) => ({
      accountId,
      groupIds: indexes.map((index) => groups[index]?.id ?? ''),
      firstSeen: firstSeen === 0 ? null : firstSeen,
      ...fromMarks(marks),
    }));
  }

  writeBucket(
    { id, groups }: Pick<Generation, 'id' | 'groups'>,
    bucket: number,
    holders: readonly SeatHolder[],
  ): Promise<void> {
    const indexOf = new Map(groups.map((group, index) => [group.id, index]));
    const rows = holders.map(({ accountId, groupIds, firstSeen, ...marked }) => [
      accountId,
      groupIds.map((groupId) => indexOf.get(groupId) ?? -1),
      firstSeen ?? 0,
      marksOf(marked),
    ]);
    return writeDeflated(bucketKey(id, bucket), rows);
  }

  publish(generation: Generation): Promise<void> {
    return writeValue(`subscriptions.${generation.profileId}`, { v: 1, ...generation });
  }

  unpublish(profileId: string): Promise<void> {
    return deleteValues([`subscriptions.${profileId}`]);
  }

  async stage(generationId: string, members: readonly StagedMembers[]): Promise<string> {
    const part = createHash('sha256').update(JSON.stringify(members), 'utf8').digest('hex').slice(0, NAME_LENGTH);
    await writeValue(stageKey(generationId, part), [...members], STAGED_FOR);
    return part;
  }

  async readStaged(generationId: string, parts: readonly string[]): Promise<StagedMembers[]> {
    const staged: StagedMembers[] = [];
    for (const part of parts) {
      const page = await readValue(stageKey(generationId, part), StagedRecord);
      if (!page)
        throw new Failure('store-unreadable', 'A part of the download is missing. Run the Subscriptions job again.');
      staged.push(...page);
    }
    return staged;
  }

  sweep(
    generationId: string,
    { parts, buckets }: { readonly parts: readonly string[]; readonly buckets: number },
  ): Promise<void> {
    return deleteValues([
      ...parts.map((part) => stageKey(generationId, part)),
      ...Array.from({ length: buckets }, (_, bucket) => bucketKey(generationId, bucket)),
    ]);
  }

  /** Found by their keys: what a process wrote that was stopped before it noted so is nowhere else named. */
  async sweepStaged(generationId: string): Promise<void> {
    await deleteValues(await keysFrom(stageKey(generationId, '')));
  }

  async discard(generationId: string): Promise<void> {
    await this.sweepStaged(generationId);
    await deleteValues(await keysFrom(bucketKey(generationId, '')));
  }
}

function bucketKey(generationId: string, bucket: number | ''): string {
  return `subscription-bucket.${generationId}.${bucket}`;
}

function stageKey(generationId: string, part: string): string {
  return `staged-members.${generationId}.${part}`;
}
