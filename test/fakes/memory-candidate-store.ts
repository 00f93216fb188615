import { isOpen, type RemovalCandidate } from '../../src/domain/removal-candidate';
import { Failure } from '../../src/ports/failures';
import type { RevisedLines } from '../../src/ports/candidate-revisions';
import type { CandidateLine, CandidateStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';

export class MemoryCandidateStore implements CandidateStore {
  private readonly candidates = new Map<string, RemovalCandidate>();
  private readonly counts = new Map<string, number>();
  private readonly revisions = new Map<string, number>();
  private readonly buckets = new Map<string, readonly CandidateLine[]>();

  async find(number: string): Promise<RemovalCandidate | undefined> {
    return Promise.resolve(jsonCopy(this.candidates.get(number)));
  }

  async listOpenOf(accountId: string): Promise<RemovalCandidate[]> {
    return Promise.resolve(this.all().filter((each) => each.accountId === accountId && isOpen(each.state)));
  }

  async createAll(candidates: readonly RemovalCandidate[]): Promise<void> {
    for (const candidate of candidates) {
      if (!this.candidates.has(candidate.number)) this.candidates.set(candidate.number, jsonCopy(candidate));
    }
    return Promise.resolve();
  }

  async replace(candidate: RemovalCandidate): Promise<RemovalCandidate> {
    if (this.candidates.get(candidate.number)?.revision !== candidate.revision) {
      throw new Failure('store-conflict', 'The candidate was changed meanwhile.');
    }
    const next = { ...jsonCopy(candidate), revision: candidate.revision + 1 };
    this.candidates.set(candidate.number, next);
    return Promise.resolve(jsonCopy(next));
  }

  async findBucketCount(profileId: string): Promise<number | undefined> {
    return Promise.resolve(this.counts.get(profileId));
  }

  async setBucketCount(profileId: string, count: number): Promise<void> {
    this.counts.set(profileId, count);
    return Promise.resolve();
  }

  async readBucket(profileId: string, count: number, bucket: number): Promise<CandidateLine[]> {
    return Promise.resolve(jsonCopy([...(this.buckets.get(`${profileId}/${count}/${bucket}`) ?? [])]));
  }

  async readRevision(profileId: string, count: number, bucket: number) {
    const revision = this.revisions.get(`${profileId}/${count}/${bucket}`) ?? 0;
    return { revision, lines: await this.readBucket(profileId, count, bucket) };
  }

  async listRevisions(profileId: string, count: number): Promise<number[]> {
    return Promise.resolve(
      Array.from({ length: count }, (_, bucket) => this.revisions.get(`${profileId}/${count}/${bucket}`) ?? 0),
    );
  }

  async writeBucket(profileId: string, count: number, bucket: number, lines: readonly CandidateLine[]): Promise<void> {
    await this.updateBucket(profileId, count, bucket, () => lines);
  }

  async updateBucket(
    profileId: string,
    count: number,
    bucket: number,
    change: (lines: readonly CandidateLine[]) => readonly CandidateLine[],
  ): Promise<RevisedLines> {
    const key = `${profileId}/${count}/${bucket}`;
    const changed = jsonCopy(change(jsonCopy(this.buckets.get(key) ?? [])));
    this.buckets.set(key, changed);
    const revision = (this.revisions.get(key) ?? 0) + 1;
    this.revisions.set(key, revision);
    return Promise.resolve({ revision, lines: jsonCopy(changed) });
  }

  /** Every candidate there is, whether a table knows it or not. */
  all(): RemovalCandidate[] {
    return jsonCopy([...this.candidates.values()]);
  }
}
