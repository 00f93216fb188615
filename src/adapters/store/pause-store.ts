import type { JobPause } from '../../domain/scheduled-job';
import type { PauseStore } from '../../ports/stores';
import { PauseList } from './setup-schemas';
import { VersionedRecords } from './versioned-records';

const KEY = 'paused-jobs';

/** All pauses in one record: there are few, and whoever asks wants them all. */
export class KvsPauseStore implements PauseStore {
  private readonly records = new VersionedRecords('document', PauseList);

  async list(): Promise<JobPause[]> {
    return (await this.records.find(KEY))?.value ?? [];
  }

  async add(pause: JobPause): Promise<boolean> {
    let isNew = false;
    await this.records.update(KEY, (pauses = []) => {
      isNew = !pauses.some(({ jobId }) => jobId === pause.jobId);
      return isNew ? [...pauses, pause] : pauses;
    });
    return isNew;
  }

  async remove(jobIds: readonly string[]): Promise<boolean> {
    const isPaused = ({ jobId }: JobPause) => jobIds.includes(jobId);
    if (!(await this.list()).some(isPaused)) return false;
    let isRemoved = false;
    await this.records.update(KEY, (pauses = []) => {
      isRemoved = pauses.some(isPaused);
      return pauses.filter((pause) => !isPaused(pause));
    });
    return isRemoved;
  }
}
