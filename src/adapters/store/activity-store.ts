import { z } from 'zod';
import type { ActivityKind, Coverage, PersonActivity } from '../../domain/activity';
import type { Instant } from '../../domain/instant';
import type { ActivityStore } from '../../ports/stores';
import { deleteValues, readValue, writeValue } from './plain-values';
import { ACTIVITY_COLUMNS, ActivityRows, CoverageRecord } from './schemas';

export class KvsActivityStore implements ActivityStore {
  findBucketCount(): Promise<number | undefined> {
    return readValue('activity-buckets', z.number().int().positive());
  }

  setBucketCount(count: number): Promise<void> {
    return writeValue('activity-buckets', count);
  }

  async readBucket(count: number, bucket: number): Promise<PersonActivity[]> {
    const rows = (await readValue(bucketKey(count, bucket), ActivityRows)) ?? [];
    return rows.map(([accountId, assignedAt, ...moments]) => ({
      accountId,
      assignedAt: assignedAt === 0 ? null : assignedAt,
      lastByKind: byKind(moments),
    }));
  }

  writeBucket(count: number, bucket: number, people: readonly PersonActivity[]): Promise<void> {
    return writeValue(bucketKey(count, bucket), people.map(pack));
  }

  deleteBuckets(count: number): Promise<void> {
    return deleteValues(Array.from({ length: count }, (_, bucket) => bucketKey(count, bucket)));
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

function byKind(moments: readonly number[]): Partial<Record<ActivityKind, Instant>> {
  const lastByKind: Partial<Record<ActivityKind, Instant>> = {};
  for (const [column, kind] of ACTIVITY_COLUMNS.entries()) {
    const at = moments[column];
    if (at !== undefined && at !== 0) lastByKind[kind] = at;
  }
  return lastByKind;
}

function pack({ accountId, assignedAt, lastByKind }: PersonActivity): (string | number)[] {
  const moments = ACTIVITY_COLUMNS.map((kind) => lastByKind[kind] ?? 0);
  while (moments.at(-1) === 0) moments.pop();
  return [accountId, assignedAt ?? 0, ...moments];
}

function bucketKey(count: number, bucket: number): string {
  return `activity.${count}.${bucket}`;
}
