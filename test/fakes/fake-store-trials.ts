import type { StoreTrials, TransactionTrial } from '../../src/ports/site-check';

/** A store whose transactions take what a test says. */
export class FakeStoreTrials implements StoreTrials {
  readonly takes = new Set<TransactionTrial>();

  takesTransaction(over: TransactionTrial): Promise<boolean> {
    return Promise.resolve(this.takes.has(over));
  }
}
