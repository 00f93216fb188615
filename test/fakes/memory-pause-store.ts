import type { JobPause } from '../../src/domain/scheduled-job';
import type { PauseStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';

export class MemoryPauseStore implements PauseStore {
  private readonly pauses = new Map<string, JobPause>();

  async list(): Promise<JobPause[]> {
    return Promise.resolve(jsonCopy([...this.pauses.values()]));
  }

  async add(pause: JobPause): Promise<boolean> {
    if (this.pauses.has(pause.jobId)) return Promise.resolve(false);
    this.pauses.set(pause.jobId, jsonCopy(pause));
    return Promise.resolve(true);
  }

  async remove(jobIds: readonly string[]): Promise<boolean> {
    const removed = jobIds.filter((jobId) => this.pauses.delete(jobId));
    return Promise.resolve(removed.length > 0);
  }
}
