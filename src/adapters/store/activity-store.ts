import { z } from 'zod';
import type { Coverage, PersonActivity } from '../../domain/activity';
import type { ActivityStore } from '../../ports/stores';
import { ActivityBucket, packed } from './activity-rows';
import { deleteValues, readValue, writeValue } from './plain-values';
import { CoverageRecord } from './schemas';

export class KvsActivityStore implements ActivityStore {
  findBucketCount(): Promise<number | undefined> {
    return readValue('activity-buckets', z.number().int().positive());
  }

  setBucketCount(count: number): Promise<void> {
    return writeValue('activity-buckets', count);
  }

  async readBucket(count: number, bucket: number): Promise<PersonActivity[]> {
    return (await readValue(bucketKey(count, bucket), ActivityBucket)) ?? [];
  }

  writeBucket(count: number, bucket: number, people: readonly PersonActivity[]): Promise<void> {
    return writeValue(bucketKey(count, bucket), packed(people));
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

function bucketKey(count: number, bucket: number): string {
  return `activity.${count}.${bucket}`;
}
