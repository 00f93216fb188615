import { kvs, Sort } from '@forge/kvs';
import { z } from 'zod';
import { isFinished, type JobKind, type JobRun } from '../../domain/job-run';
import { Failure } from '../../ports/failures';
import type { CancelRequest, RunStore } from '../../ports/stores';
import { kvsCall } from './kvs-call';
import { readValue, writeValue } from './plain-values';
import { RunRecord } from './schemas';
import { allRows } from './stored-pages';
import { VersionedRecords } from './versioned-records';

const CancelRecord: z.ZodType<CancelRequest> = z.object({ at: z.number(), by: z.string() });
const ENTITY = 'job-run';
const PAGE = 50;

export class KvsRunStore implements RunStore {
  private readonly records = new VersionedRecords(ENTITY, RunRecord, (run) => ({
    profileId: run.profileId,
    createdAt: run.createdAt,
    watch: isFinished(run) && run.closed ? 'closed' : 'open',
  }));

  create(run: JobRun): Promise<boolean> {
    return this.records.create(run.id, run);
  }

  async find(id: string): Promise<JobRun | undefined> {
    return (await this.records.find(id))?.value;
  }

  async replace(run: JobRun): Promise<JobRun> {
    const next = { ...run, revision: run.revision + 1 };
    if (!(await this.records.replace(run.id, next, run.revision))) {
      throw new Failure('store-conflict', 'The run was moved on meanwhile.');
    }
    return next;
  }

  async findLatest(profileId: string, kind: JobKind): Promise<JobRun | undefined> {
    const id = await readValue(latestKey(profileId, kind), z.string());
    return id === undefined ? undefined : this.find(id);
  }

  markLatest(run: JobRun): Promise<void> {
    return writeValue(latestKey(run.profileId, run.kind), run.id);
  }

  async requestCancel(id: string, request: CancelRequest): Promise<void> {
    if (!(await this.findCancelRequest(id))) await writeValue(cancelKey(id), request);
  }

  findCancelRequest(id: string): Promise<CancelRequest | undefined> {
    return readValue(cancelKey(id), CancelRecord);
  }

  async listOpen(): Promise<JobRun[]> {
    const query = kvs
      .entity<{ watch: string }>(ENTITY)
      .query()
      .index('by-watch', { partition: ['open'] })
      .sort(Sort.ASC)
      .limit(PAGE);
    return (await allRows(query)).map((row) => this.records.decode(row.value).value);
  }

  async list({ profileId, cursor }: { profileId?: string | undefined; cursor?: string | undefined }) {
    const entity = kvs.entity<{ profileId: string; createdAt: number }>(ENTITY).query();
    let query =
      profileId === undefined ? entity.index('by-created') : entity.index('by-profile', { partition: [profileId] });
    query = query.sort(Sort.DESC).limit(PAGE);
    if (cursor !== undefined) query = query.cursor(cursor);
    const page = await kvsCall(() => query.getMany());
    const runs = page.results.map((row) => this.records.decode(row.value).value);
    return page.nextCursor === undefined ? { runs } : { runs, cursor: page.nextCursor };
  }
}

function cancelKey(id: string): string {
  return `cancel-run.${id}`;
}

function latestKey(profileId: string, kind: JobKind): string {
  return `latest-run.${profileId}.${kind}`;
}
