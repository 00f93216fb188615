import { rememberPosition, type LicensePosition, type PastPosition } from '../../src/domain/license-position';
import type { ReclamationRule } from '../../src/domain/reclamation-rule';
import type { RuleTurns } from '../../src/domain/rule-schedule';
import type { TrendAcknowledgement } from '../../src/domain/trend-acknowledgement';
import type { PositionStore } from '../../src/ports/position-store';
import type { CounterStore, RuleStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';
import { MemoryRevisionedList } from './memory-revisioned-list';

export class MemoryRuleStore implements RuleStore {
  private readonly rules = new Map<string, MemoryRevisionedList<ReclamationRule>>();
  private readonly turns = new Map<string, RuleTurns>();

  async list(profileId: string): Promise<ReclamationRule[]> {
    return this.of(profileId).list();
  }

  async save(rule: ReclamationRule): Promise<ReclamationRule> {
    return this.of(rule.profileId).save(rule);
  }

  async findTurns(profileId: string): Promise<RuleTurns> {
    return Promise.resolve(jsonCopy(this.turns.get(profileId) ?? {}));
  }

  async saveTurns(profileId: string, turns: RuleTurns): Promise<void> {
    this.turns.set(profileId, jsonCopy(turns));
    return Promise.resolve();
  }

  private of(profileId: string): MemoryRevisionedList<ReclamationRule> {
    const known = this.rules.get(profileId) ?? new MemoryRevisionedList<ReclamationRule>();
    this.rules.set(profileId, known);
    return known;
  }
}

export class MemoryPositionStore implements PositionStore {
  private readonly positions = new Map<string, LicensePosition>();
  private readonly past = new Map<string, readonly PastPosition[]>();
  private readonly acknowledgements = new Map<string, TrendAcknowledgement>();

  async find(profileId: string): Promise<LicensePosition | undefined> {
    return Promise.resolve(jsonCopy(this.positions.get(profileId)));
  }

  async listPast(profileId: string): Promise<PastPosition[]> {
    return Promise.resolve(jsonCopy([...(this.past.get(profileId) ?? [])]));
  }

  async save(profileId: string, position: LicensePosition): Promise<void> {
    this.past.set(profileId, rememberPosition(this.past.get(profileId) ?? [], jsonCopy(position)));
    this.positions.set(profileId, jsonCopy(position));
    return Promise.resolve();
  }

  async findAcknowledgement(profileId: string): Promise<TrendAcknowledgement | undefined> {
    return Promise.resolve(jsonCopy(this.acknowledgements.get(profileId)));
  }

  async saveAcknowledgement(profileId: string, acknowledgement: TrendAcknowledgement): Promise<void> {
    this.acknowledgements.set(profileId, jsonCopy(acknowledgement));
    return Promise.resolve();
  }

  async delete(profileId: string): Promise<void> {
    this.positions.delete(profileId);
    this.past.delete(profileId);
    this.acknowledgements.delete(profileId);
    return Promise.resolve();
  }
}

export class MemoryCounterStore implements CounterStore {
  private readonly last = new Map<string, number>();

  async reserve(counter: 'run' | 'candidate', count: number): Promise<number> {
    const last = (this.last.get(counter) ?? 0) + count;
    this.last.set(counter, last);
    return Promise.resolve(last - count + 1);
  }
}
