import type { ReadingLease } from '../../src/domain/reading-lease';
import type { ReadingLeaseStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';

export class MemoryReadingLeaseStore implements ReadingLeaseStore {
  private readonly leases = new Map<string, ReadingLease>();

  find(runId: string): Promise<ReadingLease | undefined> {
    return Promise.resolve(jsonCopy(this.leases.get(runId)));
  }

  hold(lease: ReadingLease): Promise<void> {
    this.leases.set(lease.runId, jsonCopy(lease));
    return Promise.resolve();
  }

  release(runId: string): Promise<void> {
    this.leases.delete(runId);
    return Promise.resolve();
  }
}
