import { z } from 'zod';
import type { ReadingLease } from '../../domain/reading-lease';
import type { ReadingLeaseStore } from '../../ports/stores';
import { deleteValues, readValue, writeValue } from './plain-values';
import { v, withoutVersion } from './schemas';

const LeaseRecord: z.ZodType<ReadingLease> = z
  .object({ v, runId: z.string(), token: z.string(), accountId: z.string(), until: z.number() })
  .transform(withoutVersion);

/** A lease is over within minutes; whatever nobody released is gone the next day. */
const KEPT_FOR = { value: 24, unit: 'HOURS' } as const;

/** `reading-lease.<run>` → whose browser reads the members of the run. */
export class KvsReadingLeaseStore implements ReadingLeaseStore {
  find(runId: string): Promise<ReadingLease | undefined> {
    return readValue(leaseKey(runId), LeaseRecord);
  }

  hold(lease: ReadingLease): Promise<void> {
    return writeValue(leaseKey(lease.runId), { v: 1, ...lease }, KEPT_FOR);
  }

  release(runId: string): Promise<void> {
    return deleteValues([leaseKey(runId)]);
  }
}

function leaseKey(runId: string): string {
  return `reading-lease.${runId}`;
}
