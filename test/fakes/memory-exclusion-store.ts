import type { ExclusionRule } from '../../src/domain/exclusion-rule';
import { Failure } from '../../src/ports/failures';
import type { ExclusionStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';

export class MemoryExclusionStore implements ExclusionStore {
  private readonly rules = new Map<string, ExclusionRule>();

  async list(): Promise<ExclusionRule[]> {
    return Promise.resolve(jsonCopy([...this.rules.values()]));
  }

  async save(rule: ExclusionRule): Promise<ExclusionRule> {
    if ((this.rules.get(rule.id)?.revision ?? 0) !== rule.revision) throw conflict();
    const next = { ...jsonCopy(rule), revision: rule.revision + 1 };
    this.rules.set(rule.id, next);
    return Promise.resolve(jsonCopy(next));
  }

  async delete({ id, revision }: Pick<ExclusionRule, 'id' | 'revision'>): Promise<void> {
    const stored = this.rules.get(id);
    if (stored && stored.revision !== revision) throw conflict();
    this.rules.delete(id);
    return Promise.resolve();
  }
}

const conflict = () => new Failure('store-conflict', 'The exclusion rule was changed meanwhile.');
