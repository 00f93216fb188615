import type { ExclusionRule } from '../../domain/exclusion-rule';
import { Failure } from '../../ports/failures';
import type { ExclusionStore } from '../../ports/stores';
import { ExclusionList } from './schemas';
import { VersionedRecords } from './versioned-records';

const KEY = 'exclusions';

/** All rules in one record: there are few, and every evaluation needs all of them. */
export class KvsExclusionStore implements ExclusionStore {
  private readonly records = new VersionedRecords('document', ExclusionList);

  async list(): Promise<ExclusionRule[]> {
    return (await this.records.find(KEY))?.value ?? [];
  }

  async save(rule: ExclusionRule): Promise<ExclusionRule> {
    const next = { ...rule, revision: rule.revision + 1 };
    await this.records.update(KEY, (rules = []) => {
      expectRevision(rule, rules);
      return rule.revision === 0 ? [...rules, next] : rules.map((each) => (each.id === rule.id ? next : each));
    });
    return next;
  }

  async delete(rule: Pick<ExclusionRule, 'id' | 'revision'>): Promise<void> {
    await this.records.update(KEY, (rules = []) => {
      if (rules.some(({ id }) => id === rule.id)) expectRevision(rule, rules);
      return rules.filter(({ id }) => id !== rule.id);
    });
  }
}

function expectRevision({ id, revision }: Pick<ExclusionRule, 'id' | 'revision'>, rules: readonly ExclusionRule[]) {
  const stored = rules.find((rule) => rule.id === id)?.revision ?? 0;
  if (stored !== revision) throw new Failure('store-conflict', 'The exclusion rule was changed meanwhile.');
}
