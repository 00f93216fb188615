import { isFinished, type JobKind, type JobRun } from '../../src/domain/job-run';
import { Failure } from '../../src/ports/failures';
import type { CancelRequest, RunStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';
import { Lag, pageOf } from './lagging-list';

const PAGE = 50;

export class MemoryRunStore implements RunStore {
  private readonly runs = new Map<string, JobRun>();
  private readonly latest = new Map<string, string>();
  private readonly cancels = new Map<string, CancelRequest>();
  readonly lag = new Lag();

  async create(run: JobRun): Promise<boolean> {
    if (this.runs.has(run.id)) return Promise.resolve(false);
    this.runs.set(run.id, jsonCopy(run));
    this.lag.wrote(run.id);
    return Promise.resolve(true);
  }

  async find(id: string): Promise<JobRun | undefined> {
    return Promise.resolve(jsonCopy(this.runs.get(id)));
  }

  async replace(run: JobRun): Promise<JobRun> {
    if (this.runs.get(run.id)?.revision !== run.revision) {
      throw new Failure('store-conflict', 'The run was moved on meanwhile.');
    }
    const next = { ...jsonCopy(run), revision: run.revision + 1 };
    this.runs.set(run.id, next);
    return Promise.resolve(jsonCopy(next));
  }

  async findLatest(profileId: string, kind: JobKind): Promise<JobRun | undefined> {
    const id = this.latest.get(`${profileId}.${kind}`);
    return id === undefined ? Promise.resolve(undefined) : this.find(id);
  }

  async markLatest(run: JobRun): Promise<void> {
    this.latest.set(`${run.profileId}.${run.kind}`, run.id);
    return Promise.resolve();
  }

  async requestCancel(id: string, request: CancelRequest): Promise<void> {
    if (!this.cancels.has(id)) this.cancels.set(id, request);
    return Promise.resolve();
  }

  async findCancelRequest(id: string): Promise<CancelRequest | undefined> {
    return Promise.resolve(this.cancels.get(id));
  }

  async listOpen(): Promise<JobRun[]> {
    const open = [...this.runs.values()]
      .filter((run) => this.lag.isListed(run.id) && !(isFinished(run) && run.closed))
      .sort((a, b) => a.createdAt - b.createdAt);
    return Promise.resolve(jsonCopy(open));
  }

  async list({ profileId, cursor }: { profileId?: string | undefined; cursor?: string | undefined }) {
    const listed = [...this.runs.values()]
      .filter((run) => this.lag.isListed(run.id))
      .filter((run) => profileId === undefined || run.profileId === profileId)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
    const { rows, cursor: next } = pageOf(listed, cursor, PAGE);
    return Promise.resolve(next === undefined ? { runs: jsonCopy(rows) } : { runs: jsonCopy(rows), cursor: next });
  }
}
