import { z } from 'zod';
import type { ExclusionRule } from '../../domain/exclusion-rule';
import { rememberPosition, type LicensePosition, type PastPosition } from '../../domain/license-position';
import type { SoftwareModel } from '../../domain/software-model';
import type { TrendAcknowledgement } from '../../domain/trend-acknowledgement';
import type { PositionStore } from '../../ports/position-store';
import type { CounterStore, ExclusionStore, SoftwareModelStore } from '../../ports/stores';
import { deleteValues, readValue, writeValue } from './plain-values';
import { RevisionedList } from './revisioned-list';
import { AcknowledgementRecord, PastPositions, PositionRecord } from './position-schemas';
import { ExclusionList, SoftwareModelList } from './setup-schemas';
import { VersionedRecords, type Known } from './versioned-records';

export class KvsPositionStore implements PositionStore {
  find(profileId: string): Promise<LicensePosition | undefined> {
    return readValue(`license-position.${profileId}`, PositionRecord);
  }

  async listPast(profileId: string): Promise<PastPosition[]> {
    return (await readValue(pastKey(profileId), PastPositions)) ?? [];
  }

  async save(profileId: string, position: LicensePosition): Promise<void> {
    await writeValue(pastKey(profileId), rememberPosition(await this.listPast(profileId), position));
    await writeValue(`license-position.${profileId}`, { v: 1, ...position });
  }

  findAcknowledgement(profileId: string): Promise<TrendAcknowledgement | undefined> {
    return readValue(acknowledgementKey(profileId), AcknowledgementRecord);
  }

  saveAcknowledgement(profileId: string, acknowledgement: TrendAcknowledgement): Promise<void> {
    return writeValue(acknowledgementKey(profileId), { v: 1, ...acknowledgement });
  }

  delete(profileId: string): Promise<void> {
    return deleteValues([`license-position.${profileId}`, pastKey(profileId), acknowledgementKey(profileId)]);
  }
}

function acknowledgementKey(profileId: string): string {
  return `trend-acknowledgement.${profileId}`;
}

function pastKey(profileId: string): string {
  return `past-positions.${profileId}`;
}

export class KvsExclusionStore extends RevisionedList<ExclusionRule> implements ExclusionStore {
  constructor() {
    super('exclusions', ExclusionList);
  }
}

export class KvsSoftwareModelStore extends RevisionedList<SoftwareModel> implements SoftwareModelStore {
  constructor() {
    super('software-models', SoftwareModelList);
  }
}

export class KvsCounterStore implements CounterStore {
  private readonly records = new VersionedRecords('document', z.number().int());
  /** As they were left by our last change: the next one is made from there, and refused where somebody else was there since. */
  private readonly known = new Map<string, Known<number>>();

  async reserve(counter: 'run' | 'candidate', count: number): Promise<number> {
    const key = `counter.${counter}`;
    const known = this.known.get(key);
    this.known.delete(key);
    const next = await this.records.updateFrom(key, (value = 0) => value + count, known);
    this.known.set(key, next);
    return next.value - count + 1;
  }
}
